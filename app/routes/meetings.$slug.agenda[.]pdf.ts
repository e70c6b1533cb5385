import type { LoaderFunctionArgs } from "@remix-run/node";
import { agendaPdf } from "../../server/export/agenda-file.server";
import { savedFile } from "../../server/export/saved-file.server";
import { agendaPage } from "../../server/queries/agenda-page.server";
import { requestLanguage, requireViewer } from "../../server/request.server";

/** The agenda in the reader's language. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await agendaPage(context.services, viewer, params.slug ?? "");
  const language = requestLanguage(request, viewer);
  const pdf = await agendaPdf(page, language, context.services.clock());
  return savedFile(`${page.slug}.pdf`, "application/pdf", pdf);
}
