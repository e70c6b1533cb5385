import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { apiPositions } from "../../server/queries/api-positions.server";

/** Positions for programs. 401 without a session, 404 for what the session may not read; both as JSON. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const headers = { "Cache-Control": "private, no-store" };
  if (!context.viewer) return json({ error: "signed-out" }, { status: 401, headers });
  try {
    return json(await apiPositions(context.services, context.viewer, params.slug!), { headers });
  } catch (error) {
    if (error instanceof Response && error.status < 500)
      return json({ error: "not-found" }, { status: 404, headers });
    throw error;
  }
}
