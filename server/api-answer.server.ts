/** What every route of the read API answers with: 401 and 404 as JSON, and nothing that is cached. */
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import type { Services } from "./services";
import type { Viewer } from "./session.server";

export const API_HEADERS = { "Cache-Control": "private, no-store" };

/** Runs the query for the signed-in person. */
export async function apiAnswer<T>(
  { context }: LoaderFunctionArgs,
  query: (services: Services, viewer: Viewer) => Promise<T>,
): Promise<Response> {
  const { viewer, services } = context;
  if (!viewer) return json({ error: "signed-out" }, { status: 401, headers: API_HEADERS });
  try {
    return json(await query(services, viewer), { headers: API_HEADERS });
  } catch (error) {
    if (error instanceof Response && error.status < 500)
      return json({ error: "not-found" }, { status: 404, headers: API_HEADERS });
    throw error;
  }
}
