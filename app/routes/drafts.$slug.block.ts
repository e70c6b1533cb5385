import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "../../server/authorize.server";
import { embeddedDraft } from "../../server/queries/draft-blocks.server";
import { requireViewer } from "../../server/request.server";

/** The draft as it is shown inside a text: live, or the frozen version that is asked for. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const asked = new URL(request.url).searchParams.get("version");
  if (asked !== null && !/^[1-9]\d{0,5}$/.test(asked)) throw notFound();
  const version = asked === null ? null : Number(asked);
  const block = await embeddedDraft(context.services, viewer, params.slug!, version);
  return json(block, { headers: { "Cache-Control": "private, no-store" } });
}
