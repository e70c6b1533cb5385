import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { talk } from "../../server/commands/discussion/discussion-intents.server";
import { formOf, refuse, textOf } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { draftDiscussion } from "../../server/queries/draft-discussion.server";
import { requireViewer } from "../../server/request.server";
import { discussionAddress, UNREACHED_MAX } from "../features/discussion/discussion-address";
import { DiscussionPage } from "../features/discussion/discussion-page";
import { parseFilter } from "../features/discussion/shown-threads";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const { searchParams } = new URL(request.url);
  const page = await draftDiscussion(context.services, viewer, params.slug!);
  const unreached = searchParams.getAll("unreached").slice(0, UNREACHED_MAX);
  return json({
    ...page,
    show: parseFilter(searchParams.get("show")),
    unreached,
    title: pageTitle(request, viewer, "discussion.title", page.frame.title),
  });
}

/** Every form of a discussion, also those of a version's page; who asks by itself gets data. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const answer = await talk(context.services, viewer, params.slug!, form);
  if (!answer.ok) return refuse(answer, form);
  if (request.headers.get("Accept")?.includes("application/json")) return json(answer);
  const comment = answer.commentId ?? textOf(form, "stay");
  return redirect(discussionAddress(params.slug!, { unreached: answer.unreached, comment }), 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function DiscussionRoute() {
  return <DiscussionPage {...useLoaderData<typeof loader>()} />;
}
