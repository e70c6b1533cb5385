import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { attachFile, removeAttachment } from "../../server/commands/statements/attach-file.server";
import { formOf, textOf } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { attachmentsPage } from "../../server/queries/statement-page.server";
import { requireViewer } from "../../server/request.server";
import { AttachmentsPage } from "../features/statements/attachments-page";
import { paths } from "../paths";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await attachmentsPage(context.services, viewer, params.slug ?? "", params.party ?? "");
  return json({ ...page, title: pageTitle(request, viewer, "statements.title", { fi: page.party.name }) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const [slug, party] = [params.slug ?? "", params.party ?? ""];
  const outcome =
    textOf(form, "intent") === "remove"
      ? await removeAttachment(context.services, viewer, slug, party, textOf(form, "attachment"))
      : await attachFile(context.services, viewer, slug, party, await fileOf(form));
  if (outcome.ok) return redirect(paths.attachments(slug, party));
  return json({ problem: outcome }, { status: 400 });
}

async function fileOf(form: FormData): Promise<{ name: string; bytes: Uint8Array }> {
  const file = form.get("file");
  if (file === null || typeof file === "string") return { name: "", bytes: new Uint8Array() };
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function AttachmentsRoute() {
  return <AttachmentsPage {...useLoaderData<typeof loader>()} answer={useKeptActionData<typeof action>()} />;
}
