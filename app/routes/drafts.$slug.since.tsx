import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { recordVisit } from "../../server/commands/notifications/record-visit.server";
import { pageTitle } from "../../server/page-title.server";
import { draftKind } from "../../server/queries/readable-draft.server";
import { sincePage } from "../../server/queries/since-page.server";
import { textSincePage } from "../../server/queries/text-since.server";
import { requireViewer } from "../../server/request.server";
import type { Localized } from "../domain/languages";
import { type SinceGroup, SincePage } from "../features/notifications/since-page";
import { TextSincePage } from "../features/texts/text-since-page";

/** What changed after the log position that the address names: it stays the same when the visit is recorded. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const seq = /^\d{1,15}$/.exec(new URL(request.url).searchParams.get("seq") ?? "");
  const [slug, from] = [params.slug!, seq ? Number(seq[0]) : 0];
  const kind = await draftKind(context.services, viewer, slug);
  const titleOf = ({ title }: { title: Localized }) =>
    pageTitle(request, viewer, "notifications.since.title", title);
  if (kind === "text") {
    const page = await textSincePage(context.services, viewer, slug, from);
    await recordVisit(context.services, viewer, slug);
    return json({ kind, page, title: titleOf(page.frame) });
  }
  const page = await sincePage(context.services, viewer, slug, from);
  await recordVisit(context.services, viewer, slug);
  return json({ kind, page, title: titleOf(page.frame) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SinceRoute() {
  const data = useLoaderData<typeof loader>();
  if (data.kind === "text") return <TextSincePage {...data.page} />;
  const { groups, ...page } = data.page;
  return <SincePage {...page} groups={groups as SinceGroup[]} />;
}
