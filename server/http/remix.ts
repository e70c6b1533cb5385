/** Hands a request to Remix and its answer to the network. The body was read, and its size checked, before. */
import {
  type AppLoadContext,
  createRequestHandler,
  type ServerBuild,
  writeReadableStreamToWritable,
} from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from "express";
import type { Config } from "../config";

export interface RemixOptions {
  build: ServerBuild | (() => Promise<ServerBuild>);
  mode: "production" | "development";
  config: Pick<Config, "publicOrigin" | "allowedOrigins">;
  getLoadContext: (req: ExpressRequest, res: ExpressResponse) => AppLoadContext;
}

/**
 * The request as Remix reads it. Its address is built from the configured origin that the (checked) Host
 * header names, never from a forwarded header.
 */
function toRemixRequest(req: ExpressRequest, res: ExpressResponse, config: RemixOptions["config"]): Request {
  const origin =
    config.allowedOrigins.find((o) => new URL(o).host === req.headers.host) ?? config.publicOrigin;
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (name.startsWith(":") || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  const gone = new AbortController();
  res.once("close", () => {
    if (!res.writableFinished) gone.abort();
  });
  const withBody = req.method !== "GET" && req.method !== "HEAD" && Buffer.isBuffer(req.body);
  return new Request(origin + req.originalUrl, {
    method: req.method,
    headers,
    signal: gone.signal,
    ...(withBody ? { body: req.body } : {}),
  });
}

async function sendRemixResponse(res: ExpressResponse, answer: Response): Promise<void> {
  res.statusMessage = answer.statusText;
  res.status(answer.status);
  for (const [name, value] of answer.headers) {
    if (name === "set-cookie") res.append(name, value);
    else res.setHeader(name, value);
  }
  if (answer.headers.get("content-type")?.startsWith("text/event-stream")) res.flushHeaders();
  if (answer.body) await writeReadableStreamToWritable(answer.body, res);
  else res.end();
}

/** The last handler: everything that no file and no check has answered. */
export function remixHandler({ build, mode, config, getLoadContext }: RemixOptions): RequestHandler {
  const handle = createRequestHandler(build, mode);
  return async (req, res, next) => {
    try {
      await sendRemixResponse(res, await handle(toRemixRequest(req, res, config), getLoadContext(req, res)));
    } catch (error) {
      next(error);
    }
  };
}
