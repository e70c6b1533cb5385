/** Requests from elsewhere: a foreign name for the server, and writes that another site's page makes. */
import type { Request, RequestHandler } from "express";
import type { Config } from "../config";
import { sendPlain } from "./plain-page";
import { routePathOf } from "./request-target";

const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];

/** Answers 421 when the Host header names a server that this is not: a rebound name must reach nothing. */
export function hostCheck({ allowedOrigins }: Pick<Config, "allowedOrigins">): RequestHandler {
  const hosts = new Set(allowedOrigins.map((origin) => new URL(origin).host));
  return (req, res, next) => {
    if (hosts.has((req.headers.host ?? "").toLowerCase())) next();
    else sendPlain(res, 421);
  };
}

/** A mail program's one press that stops mail (RFC 8058): it says no origin, and its address holds a token that nobody guesses. */
const isOnePress = (req: Request) => /^\/unsubscribe\/[^/]+$/.test(routePathOf(req));

/**
 * Answers 403 to a write that does not come from our own pages: the exact Origin, or a browser's own word
 * (Sec-Fetch-Site: same-origin) where it sends no Origin. A program sends the Origin header itself.
 */
export function originCheck({ allowedOrigins }: Pick<Config, "allowedOrigins">): RequestHandler {
  const allowed = new Set(allowedOrigins);
  return (req, res, next) => {
    const { origin, "sec-fetch-site": site } = req.headers;
    if (SAFE_METHODS.includes(req.method) || isOnePress(req)) next();
    else if (origin === undefined ? site === "same-origin" : allowed.has(origin)) next();
    else sendPlain(res, 403);
  };
}
