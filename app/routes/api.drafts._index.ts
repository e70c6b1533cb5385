import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { apiDrafts } from "../../server/queries/api-drafts.server";

/** The drafts that the session may read, for programs. 401 without a session, as JSON. */
export async function loader({ context }: LoaderFunctionArgs) {
  const headers = { "Cache-Control": "private, no-store" };
  if (!context.viewer) return json({ error: "signed-out" }, { status: 401, headers });
  return json(await apiDrafts(context.services, context.viewer), { headers });
}
