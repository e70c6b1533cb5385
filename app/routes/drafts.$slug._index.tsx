import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import type { ShouldRevalidateFunction } from "@remix-run/react";
import { useLoaderData } from "@remix-run/react";
import { recordVisit } from "../../server/commands/notifications/record-visit.server";
import { pageTitle } from "../../server/page-title.server";
import { boardPage } from "../../server/queries/board-page.server";
import { requireViewer } from "../../server/request.server";
import { BoardPage } from "../features/board/board-page";
import { parseBoardView } from "../features/board/board-view";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const view = parseBoardView(new URL(request.url).searchParams);
  const page = await boardPage(context.services, viewer, params.slug!, view.changesSince);
  await recordVisit(context.services, viewer, page.draft.slug);
  return json({ ...page, title: pageTitle(request, viewer, "drafts.header.board", page.draft.title) });
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

export default function BoardRoute() {
  return <BoardPage data={useLoaderData<typeof loader>()} />;
}
