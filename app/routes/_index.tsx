import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isSetupOpen } from "../../server/commands/setup/set-up-installation.server";
import { homePage } from "../../server/queries/home-page.server";
import { requestLanguage, requireViewer, titleIn } from "../../server/request.server";
import { HomeView } from "../features/tables/home-view";
import { paths } from "../paths";
import "../styles/tables.css";

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!context.viewer && (await isSetupOpen(context.services))) throw redirect(paths.setup());
  const viewer = requireViewer({ request, context });
  const language = requestLanguage(request, viewer);
  return json({
    title: titleIn(language, "tables.home.title"),
    ...(await homePage(context.services, viewer, language)),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Home() {
  return <HomeView {...useLoaderData<typeof loader>()} />;
}
