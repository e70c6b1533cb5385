import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "../authorize.server";
import { exportDraft } from "../queries/export-draft.server";
import { requestLanguage, requireViewer } from "../request.server";
import { draftFile, type ExportFormat } from "./draft-file.server";

/** The draft of the address, or its version that "?version=3" names, as a file in the reader's language. */
export async function exportRoute(
  { request, params, context }: LoaderFunctionArgs,
  format: ExportFormat,
): Promise<Response> {
  const viewer = requireViewer({ request, context });
  const asked = new URL(request.url).searchParams.get("version");
  if (asked !== null && !/^[1-9]\d{0,5}$/.test(asked)) throw notFound();
  const version = asked === null ? null : Number(asked);
  const language = requestLanguage(request, viewer);
  return draftFile(await exportDraft(context.services, viewer, params.slug ?? "", version, language), format);
}
