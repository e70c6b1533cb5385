/** The way of a request: health, host, headers, files, origin, viewer, body, limits, Remix. */
import type { ServerBuild } from "@remix-run/node";
import express, { type ErrorRequestHandler, type RequestHandler } from "express";
import expressStaticGzip from "express-static-gzip";
import { isUploadPath } from "../../app/paths";
import type { Metrics } from "../metrics";
import type { Services } from "../services";
import type { Health, Readiness } from "./health";
import { metricsPage } from "./metrics";
import { hostCheck, originCheck } from "./origin-check";
import { type PlainStatus, sendPlain } from "./plain-page";
import { remixHandler } from "./remix";
import { requestLog } from "./request-log";
import { methodCheck, targetCheck } from "./request-target";
import { securityHeaders } from "./security-headers";
import { signInLimit } from "./sign-in-limit";

/** One request's body, in bytes: forms of text, no files. */
export const BODY_BYTES_MAX = 512 * 1024;
/** A body with a file, of somebody who is signed in. Above what is kept: what is a little too large is told so by name. */
export const UPLOAD_BYTES_MAX = 25 * 1024 * 1024;

export interface AppOptions {
  services: Services;
  health: Health;
  readiness: () => Promise<Readiness>;
  metrics: Metrics;
  /** The Remix build, or a way to the newest one in development. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder of the built browser files, or Vite's middleware in development. */
  files: { folder: string } | { vite: RequestHandler };
}

/** Makes the Express application. */
export function createApp({
  services,
  health,
  readiness,
  metrics,
  build,
  files,
}: AppOptions): express.Express {
  const { config, log, sessions } = services;
  const development = "vite" in files;
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", config.trustProxy);
  app.get("/healthz", (_req, res) => void res.json(health));
  app.get("/readyz", async (_req, res) => {
    const answer = await readiness();
    res.status(answer.ready ? 200 : 503).json(answer);
  });
  app.get("/metrics", metricsPage(metrics, config));
  app.use(hostCheck(config));
  app.use(securityHeaders(config, development));
  if ("vite" in files) app.use(files.vite);
  else app.use(builtFiles(files.folder));
  app.use(targetCheck);
  app.use(requestLog(log));
  app.use(originCheck(config));
  app.use(methodCheck);
  app.use(async (req, res, next) => {
    try {
      const { viewer, setCookie } = await sessions.read(req.headers.cookie);
      res.locals.viewer = viewer;
      if (setCookie) res.append("Set-Cookie", setCookie);
      // What a signed-in person saw is nobody's who opens the same browser later.
      res.setHeader("Cache-Control", viewer ? "private, no-store" : "private, no-cache");
      next();
    } catch (error) {
      next(error);
    }
  });
  app.use(body());
  app.use(signInLimit());
  app.all(
    "*",
    remixHandler({
      build,
      mode: development ? "development" : "production",
      config,
      getLoadContext: (_req, { locals }) => ({ services, viewer: locals.viewer, nonce: locals.nonce }),
    }),
  );
  app.use(onError(log));
  return app;
}

/**
 * Reads the body: small, but for a file that a signed-in person sends to the one kind of address that takes files.
 * What is too large is read to its end before the answer, so that a browser shows it; of somebody signed out a
 * file's worth is not read at all.
 */
function body(): RequestHandler {
  const text = express.raw({ type: () => true, limit: BODY_BYTES_MAX });
  const file = express.raw({ type: () => true, limit: UPLOAD_BYTES_MAX });
  return (req, res, next) => {
    const { viewer } = res.locals;
    const isUpload = isUploadPath(req.path);
    if (isUpload && !viewer && Number(req.headers["content-length"]) > BODY_BYTES_MAX) {
      res.setHeader("Connection", "close");
      return sendPlain(res, 413);
    }
    (viewer && isUpload ? file : text)(req, res, next);
  };
}

/** Built files: names with a hash are kept for a year, the others for an hour. Compressed at build time. */
function builtFiles(folder: string): RequestHandler {
  return expressStaticGzip(folder, {
    enableBrotli: true,
    orderPreference: ["br"],
    index: false,
    serveStatic: {
      dotfiles: "ignore",
      redirect: false,
      setHeaders: (res, file) => {
        const hashed = /[/\\]assets[/\\]/.test(file);
        res.setHeader(
          "Cache-Control",
          hashed ? "public, max-age=31536000, immutable" : "public, max-age=3600",
        );
      },
    },
  });
}

/** The body or the path is not what it should be: the one who asked can mend it. */
const OWN_MISTAKES: PlainStatus[] = [400, 413, 415];

/** What failed before or beside Remix. A request's own mistake (too large, broken) keeps its status. */
function onError(log: Services["log"]): ErrorRequestHandler {
  return (error: { status?: number; code?: string }, _req, res, next) => {
    if (res.headersSent) return next(error);
    const own = OWN_MISTAKES.find((status) => status === error.status);
    if (own) return sendPlain(res, own);
    log.error({ err: error }, "request failed");
    // Postgres and connection errors carry a code: the database is away, and a new try may well succeed.
    const status: PlainStatus = /^(CONNECT|CONNECTION_|ECONN|57P)/.test(error.code ?? "") ? 503 : 500;
    sendPlain(res, status);
  };
}
