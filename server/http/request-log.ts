/** One line a request at level info. No query, no cookie, no token: a log is read by more people than a session. */
import type { RequestHandler } from "express";
import type { Logger } from "pino";

/** The path without what opens something. */
function safePath(path: string): string {
  return path.replace(/^(\/invitations\/)[^/]+/, "$1…");
}

/** Writes method, path, status and milliseconds when the answer is sent. */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    res.once("finish", () => {
      const milliseconds = Math.round(performance.now() - started);
      log.info(
        { method: req.method, path: safePath(req.path), status: res.statusCode, milliseconds },
        "request",
      );
    });
    next();
  };
}
