import type { LoaderFunctionArgs } from "@remix-run/node";
import { savedFile } from "../../server/export/saved-file.server";
import { agendaFile } from "../../server/queries/agenda-page.server";
import { requireViewer } from "../../server/request.server";
import { ATTACHMENT_TYPES, endingOf } from "../domain/meetings/agenda";

/** A file of the agenda, always to be saved. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const { name, bytes } = await agendaFile(context.services, viewer, params.slug ?? "", params.id ?? "");
  return savedFile(name, ATTACHMENT_TYPES[endingOf(name)] ?? "application/octet-stream", bytes);
}
