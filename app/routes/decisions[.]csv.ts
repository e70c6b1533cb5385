import type { LoaderFunctionArgs } from "@remix-run/node";
import { registerChoice } from "../../server/queries/decision-register.server";
import { decisionsCsv } from "../../server/queries/decisions-csv.server";
import { requestLanguage, requireViewer } from "../../server/request.server";

/** The chosen part of the register, to save. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const choice = registerChoice(new URL(request.url).searchParams);
  const body = await decisionsCsv(context.services, viewer, choice, requestLanguage(request, viewer));
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="paatokset.csv"',
      "Cache-Control": "private, no-store",
    },
  });
}
