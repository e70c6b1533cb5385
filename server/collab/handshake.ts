/** Before a socket exists: its Origin, protocol version, session and the caps. */
import type { IncomingMessage } from "node:http";
import { PROTOCOL_VERSION } from "../../app/protocol/limits";
import type { GatewayOptions } from "./gateway-options";
import type { GatewayLimits } from "./limits";
import { RateLimit } from "./rate-limit";
import type { CollabServer, CollabSocket } from "./socket-types";

/**
 * May this request open a connection? CORS does not stop a foreign WebSocket, so the Origin must be exactly one
 * of ours. It is missing on a browser's own same-origin GET (polling), where Sec-Fetch-Site says so, and from
 * programs, which carry a cookie only because someone gave it to them: those two may pass. The Host must be ours
 * too: the socket does not pass through the checks of pages, and a rebound name is "same-origin" to its browser.
 */
export function isAllowedRequest(headers: IncomingMessage["headers"], allowedOrigins: string[]): boolean {
  const { origin, host } = headers;
  if (!allowedOrigins.some((ours) => new URL(ours).host === host?.toLowerCase())) return false;
  if (origin !== undefined) return allowedOrigins.includes(origin);
  const site = headers["sec-fetch-site"];
  return site === undefined || site === "same-origin";
}

/**
 * Every connection proves its protocol version and its session, and is counted.
 * Errors the browser knows: "protocol", "session", "too-many", "unavailable".
 */
export function checkConnections(io: CollabServer, options: GatewayOptions, limits: GatewayLimits): void {
  async function problemOf(socket: CollabSocket): Promise<string | null> {
    const { protocol } = socket.handshake.auth as { protocol?: unknown };
    if (protocol !== PROTOCOL_VERSION) return "protocol";
    const { viewer } = await options.sessions.read(socket.handshake.headers.cookie);
    if (!viewer) return "session";
    const open = [...io.sockets.sockets.values()].filter((s) => s.data.viewer?.personId === viewer.personId);
    if (open.length >= limits.connectionsPerPerson) return "too-many";
    const signals = new RateLimit(limits.signalsPerSecond, limits.signalsBurst);
    socket.data = { viewer, refusals: [], signals, joining: new Set() };
    return null;
  }

  io.use(async (socket, next) => {
    const problem = await problemOf(socket).catch((error: unknown) => {
      options.log.error({ err: error }, "a session could not be read");
      return "unavailable";
    });
    next(problem ? new Error(problem) : undefined);
  });
}
