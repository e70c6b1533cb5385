/** What is asked for, read once and in one way: guards and logs must not see another path than Remix does. */
import type { Request, RequestHandler } from "express";
import { sendPlain } from "./plain-page";

/** Methods that the product answers. There is no other, and no header or field that stands for one. */
const METHODS = ["GET", "HEAD", "POST"];

/** The path as a browser's own parser has it (dots resolved, backslashes turned), or null for what is no path of ours. */
export function pathOf({ originalUrl }: Pick<Request, "originalUrl">): string | null {
  const address = `http://target${originalUrl}`;
  if (!originalUrl.startsWith("/") || !URL.canParse(address)) return null;
  const { pathname } = new URL(address);
  try {
    return decodeURIComponent(pathname).includes("\u0000") ? null : pathname;
  } catch {
    return null; // bytes that are no UTF-8 name nothing of ours
  }
}

/**
 * The path as Remix matches it to a route: letters in any case, encoded or not, slashes at the end. May name a
 * route for a path that Remix does not know; never the other way round.
 */
export function routePathOf(req: Pick<Request, "originalUrl">): string {
  const path = decodeURIComponent(pathOf(req) ?? "/").toLowerCase();
  return path.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
}

/** Answers 400 to an address that is no path: of another server, with a NUL, or not UTF-8. */
export const targetCheck: RequestHandler = (req, res, next) => {
  if (pathOf(req) === null) sendPlain(res, 400);
  else next();
};

/** Answers 405 to methods that no page of ours uses: Remix would run an action for any of them. */
export const methodCheck: RequestHandler = (req, res, next) => {
  if (METHODS.includes(req.method)) next();
  else sendPlain(res.set("Allow", METHODS.join(", ")), 405);
};
