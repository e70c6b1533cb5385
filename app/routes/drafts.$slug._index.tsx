import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import type { ShouldRevalidateFunction } from "@remix-run/react";
import { useLoaderData } from "@remix-run/react";
import { recordVisit } from "../../server/commands/notifications/record-visit.server";
import { pageTitle } from "../../server/page-title.server";
import { boardPage } from "../../server/queries/board-page.server";
import { draftKind } from "../../server/queries/readable-draft.server";
import { textPage } from "../../server/queries/text-page.server";
import { requireViewer } from "../../server/request.server";
import { BoardPage } from "../features/board/board-page";
import { parseBoardView } from "../features/board/board-view";
import { TextPage } from "../features/texts/text-page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const slug = params.slug!;
  const kind = await draftKind(context.services, viewer, slug);
  if (kind === "text") {
    const page = await textPage(context.services, viewer, slug);
    await recordVisit(context.services, viewer, slug);
    return json({ kind, page, title: pageTitle(request, viewer, "texts.tab", page.frame.title) });
  }
  const view = parseBoardView(new URL(request.url).searchParams);
  const page = await boardPage(context.services, viewer, slug, view.changesSince);
  await recordVisit(context.services, viewer, slug);
  return json({ kind, page, title: pageTitle(request, viewer, "drafts.header.board", page.draft.title) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? "Kumppanuuspöytä" }];

/** Filters and the open category are the page's own matter; only another version to compare with is asked for. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) => {
  if (currentUrl.pathname !== nextUrl.pathname || currentUrl.href === nextUrl.href)
    return defaultShouldRevalidate;
  return currentUrl.searchParams.get("changes") !== nextUrl.searchParams.get("changes");
};

export default function DraftRoute() {
  const data = useLoaderData<typeof loader>();
  return data.kind === "text" ? <TextPage data={data.page} /> : <BoardPage data={data.page} />;
}
