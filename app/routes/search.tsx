import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { searchPage } from "../../server/queries/search-page.server";
import { requestLanguage, requireViewer, titleIn } from "../../server/request.server";
import { asSearch } from "../domain/search";
import { SearchView } from "../features/search/search-view";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const language = requestLanguage(request, viewer);
  const words = asSearch(new URL(request.url).searchParams.get("q") ?? "");
  return json({
    title: titleIn(language, "search.title"),
    words,
    page: await searchPage(context.services, viewer, words, language),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SearchRoute() {
  const { words, page } = useLoaderData<typeof loader>();
  return <SearchView words={words} page={page} />;
}
