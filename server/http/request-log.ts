/** One line a request at level info. No query, no cookie, no token: a log is read by more people than a session. */
import type { Request, RequestHandler } from "express";
import type { Logger } from "pino";
import { pathOf } from "./request-target";

/** A part of a path that says nothing of anybody: a word of our addresses, a slug, the id of a row. */
const PLAIN_PART = /^[a-z0-9._-]{0,100}$/;

/** What follows one of these opens something. */
const BEFORE_TOKENS = [
  "invitations",
  "new-password",
  "confirm-email",
  "links",
  "unsubscribe",
  "calendars",
  "seats",
];

/** The path without what opens something or names somebody: the tokens of links, and all that no page of ours links to. */
export function loggedPath(req: Pick<Request, "originalUrl">): string {
  const parts = (pathOf(req) ?? "").split("/");
  return parts
    .map((part, n) =>
      PLAIN_PART.test(part) && !BEFORE_TOKENS.includes((parts[n - 1] ?? "").toLowerCase()) ? part : "…",
    )
    .join("/");
}

/** Writes method, path, status and milliseconds when the answer is sent. */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    const path = loggedPath(req);
    res.once("finish", () => {
      const milliseconds = Math.round(performance.now() - started);
      log.info({ method: req.method, path, status: res.statusCode, milliseconds }, "request");
    });
    next();
  };
}
