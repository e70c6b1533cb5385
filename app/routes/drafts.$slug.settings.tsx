import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { changeDraftState, isDraftStep } from "../../server/commands/drafts/change-draft-state.server";
import { changeEditing } from "../../server/commands/drafts/change-editing.server";
import { copyDraft } from "../../server/commands/drafts/copy-draft.server";
import { renameDraft } from "../../server/commands/drafts/rename-draft.server";
import { formOf, textOf } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { draftSettingsPage } from "../../server/queries/draft-settings.server";
import { requireViewer } from "../../server/request.server";
import { SettingsPage } from "../features/drafts/settings-page";
import type { Outcome } from "../messages/problem";
import { paths } from "../paths";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const page = await draftSettingsPage(context.services, viewer, params.slug ?? "");
  return json({
    ...page,
    title: pageTitle(request, viewer, "drafts.settings.title", page.frame.title),
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const slug = params.slug ?? "";
  const form = await formOf(request);
  const intent = textOf(form, "intent");
  const typed = {
    fi: textOf(form, "fi"),
    sv: textOf(form, "sv"),
    en: textOf(form, "en"),
    copy: textOf(form, "copy"),
  };
  let outcome: Outcome;
  if (intent === "copy") {
    const copied = await copyDraft(context.services, viewer, slug, typed.copy);
    if (copied.ok) return redirect(paths.draft(copied.slug));
    outcome = copied;
  } else if (intent === "rename") outcome = await renameDraft(context.services, viewer, slug, typed);
  else if (intent === "editing")
    outcome = await changeEditing(context.services, viewer, slug, textOf(form, "who"));
  else if (isDraftStep(intent)) outcome = await changeDraftState(context.services, viewer, slug, intent);
  else outcome = { ok: false, error: "drafts.error.unknown" };
  if (outcome.ok) return json({ done: intent, problem: null, typed: null });
  return json({ done: null, problem: outcome, typed: { ...typed, intent } }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SettingsRoute() {
  return <SettingsPage {...useLoaderData<typeof loader>()} answer={useKeptActionData<typeof action>()} />;
}
