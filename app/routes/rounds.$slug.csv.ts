import type { LoaderFunctionArgs } from "@remix-run/node";
import { roundCsv } from "../../server/queries/round-export.server";
import { requestLanguage, requireViewer } from "../../server/request.server";

/** The whole round as a table for spreadsheets. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const slug = params.slug ?? "";
  const body = await roundCsv(context.services, viewer, slug, requestLanguage(request, viewer));
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}.csv"`,
      "X-Content-Type-Options": "nosniff",
    },
  });
}
