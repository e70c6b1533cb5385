import type { LoaderFunctionArgs } from "@remix-run/node";
import { attendanceCsv } from "../../server/queries/attendance-csv.server";
import { requestLanguage, requireViewer } from "../../server/request.server";

/** A file to save. The meeting's slug is letters, digits and hyphens: safe as a name. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const slug = params.slug ?? "";
  const body = await attendanceCsv(context.services, viewer, slug, requestLanguage(request, viewer));
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}-lasnaolot.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
