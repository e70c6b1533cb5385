/** Takes the port first, so that a busy one fails at once; answers 503 until the application is there. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { StartProblem } from "../db/start-problem";
import type { Config } from "./config";
import { type Health, type Phase, STARTING } from "./http/health";
import { plainPage } from "./http/plain-page";

type Handler = (req: IncomingMessage, res: ServerResponse) => void;

/** A request's headers must arrive within this. Milliseconds; the body has Node's own limit. */
const HEADERS_TIMEOUT = 20_000;

export interface Listening {
  server: Server;
  port: number;
  /** From now on requests go to the application. */
  serve(handler: Handler): void;
  /** Takes no new connections, and waits (a little) for those that are being answered. */
  close(): Promise<void>;
}

const WHY: Record<string, (c: Config) => string> = {
  EADDRINUSE: ({ host, port }) => `Port ${port} on ${host} is in use. Stop the other program, or set PORT.`,
  EACCES: ({ port }) => `Port ${port} needs more rights than this user has. Set PORT to 1024 or more.`,
  EADDRNOTAVAIL: ({ host }) => `HOST ${host} is not an address of this machine.`,
  ENOTFOUND: ({ host }) => `HOST ${host} is not known.`,
};

/** Listens. Throws a StartProblem with one line when the port cannot be had. */
export async function listen(config: Config, health: Health, phase: Phase): Promise<Listening> {
  let handler: Handler = (req, res) => starting(req, res, health);
  const server = createServer({ headersTimeout: HEADERS_TIMEOUT }, (req, res) => {
    // A kept connection would bring the next request to a server that is about to go.
    if (phase.now === "draining") res.setHeader("Connection", "close");
    handler(req, res);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const words =
        WHY[cause.code ?? ""]?.(config) ?? `Cannot listen on ${config.host}:${config.port}: ${cause.message}`;
      reject(new StartProblem(words, { cause }));
    });
    server.listen(config.port, config.host.replace(/^\[|\]$/g, ""), resolve);
  });
  return {
    server,
    port: (server.address() as AddressInfo).port,
    serve: (next) => {
      handler = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2_000).unref();
      }),
  };
}

/** Before the application is there. */
function starting(req: IncomingMessage, res: ServerResponse, health: Health): void {
  const path = req.url?.split("?")[0];
  const json = (status: number, body: unknown) =>
    res.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  if (path === "/healthz") json(200, health);
  else if (path === "/readyz") json(503, STARTING);
  else
    res
      .writeHead(503, { "Content-Type": "text/html; charset=utf-8", "Retry-After": "1" })
      .end(plainPage(503));
}
