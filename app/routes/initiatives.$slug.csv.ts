import type { LoaderFunctionArgs } from "@remix-run/node";
import { initiativeCsv } from "../../server/queries/initiative-csv.server";
import { requestLanguage, requireViewer } from "../../server/request.server";

/** A file to save. The initiative's slug is letters, digits and hyphens: safe as a name. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const slug = params.slug!;
  const body = await initiativeCsv(context.services, viewer, slug, requestLanguage(request, viewer));
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
