import type { MetaFunction } from "@remix-run/node";
import { notFound } from "../../server/authorize.server";

/** Every address that no other route knows. The root's ErrorBoundary shows the page. */
export function loader() {
  throw notFound();
}
export function action() {
  throw notFound();
}

export const meta: MetaFunction = () => [{ title: "404 · Kumppanuuspöytä" }];

export default function Unknown() {
  return null;
}
