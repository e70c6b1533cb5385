import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { sessionCookieName } from "../../server/session.server";
import { openApiDocument } from "../protocol/openapi";

/** What programs may read; for anybody, because it tells of no draft. */
export function loader({ context }: LoaderFunctionArgs) {
  const { publicOrigin, version } = context.services.config;
  return json(openApiDocument(publicOrigin, version, sessionCookieName(publicOrigin)));
}
