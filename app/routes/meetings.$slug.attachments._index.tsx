import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { attachAgendaFile } from "../../server/commands/agenda/attach.server";
import { permittedMeeting } from "../../server/commands/meetings/permitted-meeting.server";
import { formOf, idOf, textOf, typedIn } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { meetingSettings } from "../../server/queries/meeting-settings.server";
import { requireViewer } from "../../server/request.server";
import { meetingNumber } from "../domain/meetings/meeting";
import { SettingsPage } from "../features/agenda/settings-page";
import { paths } from "../paths";
import { useKeptActionData } from "../ui/use-kept-action-data";

/** Files come to this address, which takes larger bodies than others; a refused one is answered with the page that prepares the meeting. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await meetingSettings(context.services, viewer, params.slug ?? "");
  return json({
    page,
    title: pageTitle(request, viewer, "agenda.settings.title", { fi: meetingNumber(page) }),
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const slug = params.slug ?? "";
  // Rights go before the body: nobody else's large files are read.
  await permittedMeeting(context.services, viewer, slug, "meeting.prepare");
  const form = await formOf(request);
  const item = idOf(form, "item");
  const outcome = await attachAgendaFile(context.services, viewer, slug, {
    ...{ item, title: textOf(form, "attachmentTitle"), file: await fileOf(form) },
  });
  if (outcome.ok) return redirect(`${paths.meetingSettings(slug)}?done=attach#item-${item}`);
  const { error, field, values } = outcome;
  return json({ error, field, values, typed: { ...typedIn(form), intent: "attach-file" } }, { status: 400 });
}

async function fileOf(form: FormData): Promise<{ name: string; bytes: Uint8Array }> {
  const file = form.get("file");
  if (file === null || typeof file === "string") return { name: "", bytes: new Uint8Array() };
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MeetingAttachmentsRoute() {
  const { page } = useLoaderData<typeof loader>();
  return <SettingsPage page={page} done="" answer={useKeptActionData<typeof action>()} />;
}
