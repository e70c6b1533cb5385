/** Rights and sessions are checked again while a seat is held: at once when told, and from time to time. */
import type { Logger } from "pino";
import type { Sessions } from "../session.server";
import type { Access, Right } from "./access";
import type { GatewayLimits } from "./limits";
import { repeat } from "./repeat";

/** What is checked of a connection, and how it is told. Socket.IO's own socket fits. */
export interface CheckedSocket {
  readonly data: { viewer: { personId: string; sessionHash: string } };
  emit(event: "session:ended"): unknown;
  disconnect(close: true): unknown;
}

/** One socket on one document. */
export interface CheckedSeat {
  readonly documentId: string;
  readonly socket: Pick<CheckedSocket, "data">;
}

export interface RecheckDeps<Seat extends CheckedSeat> {
  access: Access;
  log: Logger;
  sessions: Pick<Sessions, "alive">;
  /** Every seat that is held now. */
  seats: () => Iterable<Seat>;
  /** Every socket that is open now, with or without a seat. */
  sockets: () => Iterable<CheckedSocket>;
  /**
   * What the person may do there now, null for nothing at all. Called for every seat that was asked about, also
   * when nothing changed; the seat may have been left meanwhile.
   */
  settle: (seat: Seat, right: Right | null) => void;
}

export interface Rechecks<Seat> {
  /** Reads the rights of these seats again and settles them. Rejects when the database is away. */
  seats(seats: Iterable<Seat>): Promise<void>;
  /** Tells the sockets of the session that it is over, and closes them. */
  endSession(sessionHash: string): void;
  /** No more rounds; resolves when the one that runs is over: the database may be closed after it. */
  stop(): Promise<void>;
}

/**
 * Checks every seat and every session each `limits.accessCheck` milliseconds: a few questions to the database a
 * round, however many there are (promise I17). What another server changed is seen here without being told.
 */
export function startRechecks<Seat extends CheckedSeat>(
  deps: RecheckDeps<Seat>,
  limits: Pick<GatewayLimits, "accessCheck">,
): Rechecks<Seat> {
  async function recheck(asked: Iterable<Seat>): Promise<void> {
    const seats = [...asked];
    if (seats.length === 0) return;
    const rights = await deps.access.rights(
      seats.map(({ socket, documentId }) => ({ personId: socket.data.viewer.personId, documentId })),
    );
    for (const [n, seat] of seats.entries()) deps.settle(seat, rights[n] ?? null);
  }

  function endSession(sessionHash: string): void {
    const ended = [...deps.sockets()].filter((socket) => socket.data.viewer.sessionHash === sessionHash);
    for (const socket of ended) {
      socket.emit("session:ended");
      socket.disconnect(true);
    }
  }

  async function recheckSessions(): Promise<void> {
    const held = new Set([...deps.sockets()].map((socket) => socket.data.viewer.sessionHash));
    if (held.size === 0) return;
    const alive = await deps.sessions.alive([...held]);
    for (const sessionHash of held) if (!alive.has(sessionHash)) endSession(sessionHash);
  }

  const unless = (what: string) => (error: unknown) => deps.log.warn({ err: error }, what);
  const round = async () => {
    await Promise.all([
      recheck(deps.seats()).catch(unless("rights could not be checked")),
      recheckSessions().catch(unless("sessions could not be checked")),
    ]);
  };
  const stop = repeat(limits.accessCheck, round, unless("a check failed"));
  return { seats: recheck, endSession, stop };
}
