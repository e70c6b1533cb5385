/** Rights and sessions are checked again while a seat is held: at once when told, and from time to time. */

import { readRights } from "./access";
import type { GatewayOptions } from "./gateway-options";
import type { HandlerContext } from "./handlers/context";
import type { GatewayLimits } from "./limits";
import { type CollabServer, type Seat, sessionChannel } from "./seats";

export interface Rechecks {
  /** Reads the rights of these seats again and tells, or closes, those that changed. */
  seats(seats: Seat[]): Promise<void>;
  endSession(sessionHash: string): void;
  /** No more rounds; resolves when the one that runs is over: the database may be closed after it. */
  stop(): Promise<void>;
}

export function startRechecks(
  io: CollabServer,
  context: HandlerContext,
  { sessions, log }: GatewayOptions,
  limits: GatewayLimits,
): Rechecks {
  async function recheck(seats: Seat[]): Promise<void> {
    const rights = await readRights(
      context,
      seats.map(({ socket, documentId }) => ({ personId: socket.data.viewer.personId, documentId })),
    );
    for (const [n, seat] of seats.entries()) {
      const { documentId } = seat;
      if (context.seats.get(documentId, seat.socket.id) !== seat) continue;
      const right = rights[n];
      if (!right) {
        context.leave(seat);
        seat.socket.emit("document:closed", { documentId, refusal: "not-allowed" });
      } else if (right.access !== seat.access || right.reason !== seat.reason) {
        seat.access = right.access;
        seat.reason = right.reason;
        const { access, reason } = right;
        seat.socket.emit("document:access", { documentId, access, ...(reason && { reason }) });
      }
    }
  }

  function endSession(sessionHash: string): void {
    const channel = io.in(sessionChannel(sessionHash));
    channel.emit("session:ended");
    channel.disconnectSockets(true);
  }

  async function recheckSessions(): Promise<void> {
    const groups = groupBy(io.sockets.sockets.values(), (socket) => socket.data.viewer.sessionHash);
    for (const [sessionHash, [socket]] of groups) {
      const { viewer } = await sessions.read(socket!.handshake.headers.cookie);
      if (viewer?.sessionHash !== sessionHash) endSession(sessionHash);
    }
  }

  // One round at a time; a round that fails (the database is away) changes nothing, and the next one comes.
  const every = (milliseconds: number, what: string, round: () => Promise<void>) => {
    let running: Promise<void> | null = null;
    const timer = setInterval(() => {
      running ??= round()
        .catch((error: unknown) => log.warn({ err: error }, what))
        .finally(() => {
          running = null;
        });
    }, milliseconds);
    timer.unref();
    return async () => {
      clearInterval(timer);
      await running;
    };
  };
  const stops = [
    every(limits.accessCheck, "rights could not be checked", () => recheck(context.seats.all())),
    every(limits.sessionCheck, "sessions could not be checked", recheckSessions),
  ];
  return {
    seats: recheck,
    endSession,
    stop: async () => void (await Promise.all(stops.map((stop) => stop()))),
  };
}

function groupBy<T>(things: Iterable<T>, key: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) groups.set(key(thing), [...(groups.get(key(thing)) ?? []), thing]);
  return groups;
}
