import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { blockChoices } from "../../server/queries/draft-blocks.server";
import { requireViewer } from "../../server/request.server";

/** The drafts that may be shown inside this text. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const choices = await blockChoices(context.services, viewer, params.slug!);
  return json({ choices }, { headers: { "Cache-Control": "private, no-store" } });
}
