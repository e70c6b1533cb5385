import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "../../server/authorize.server";
import { minutesResponse } from "../../server/export/minutes-response.server";
import { minutesFile } from "../../server/queries/minutes-file.server";
import { requestLanguage, requireViewer } from "../../server/request.server";
import { ExtractPage } from "../features/minutes/extract-page";

/** One item (`item`) or what concerns one party (`party`); with `format` as a file. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const asked = new URL(request.url).searchParams;
  const [item, party, format] = ["item", "party", "format"].map((name) => asked.get(name) ?? "");
  if (!item && !party) throw notFound();
  const language = requestLanguage(request, viewer);
  const extract = { item: item || undefined, party: party || undefined };
  const file = await minutesFile(context.services, viewer, params.slug ?? "", language, extract);
  if (format === "pdf" || format === "docx") return minutesResponse(file, format);
  const { title, text, facts } = file.exported;
  const of: Record<string, string> = item ? { item } : { party: party ?? "" };
  return json({ slug: file.slug, title, text, facts, of });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ExtractRoute() {
  return <ExtractPage {...useLoaderData<typeof loader>()} />;
}
