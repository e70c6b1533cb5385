/** Who sits where: one seat is one socket on one document. */
import type { Server, Socket } from "socket.io";
import type {
  ClientEvents,
  DocumentAccess,
  PresenceState,
  PresentPerson,
  ServerEvents,
} from "../../app/protocol/collab";
import type { Viewer } from "../session.server";
import type { Identity, Right } from "./access";
import type { RateLimit } from "./rate-limit";
import type { Room } from "./room";

/** What a socket carries. */
export interface SocketData {
  viewer: Viewer;
  refusals: number;
  /** Of updates. */
  rate: RateLimit;
  /** Of everything else: a join reads the database, presence is told to everyone. */
  signals: RateLimit;
  /** Documents being joined, so that the bound on rooms holds while they load. */
  joining: Set<string>;
}
export type CollabServer = Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>;
export type CollabSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>;

export interface Seat {
  documentId: string;
  socket: CollabSocket;
  room: Room;
  access: DocumentAccess;
  reason: Right["reason"];
  identity: Identity;
  presence: PresenceState;
}

export class Seats {
  private readonly byDocument = new Map<string, Map<string, Seat>>();

  add(seat: Seat): void {
    const seats = this.byDocument.get(seat.documentId) ?? new Map<string, Seat>();
    seats.set(seat.socket.id, seat);
    this.byDocument.set(seat.documentId, seats);
  }

  get(documentId: string, socketId: string): Seat | undefined {
    return this.byDocument.get(documentId)?.get(socketId);
  }

  /** Removes the seat; answers whether it was there. */
  remove(seat: Seat): boolean {
    const seats = this.byDocument.get(seat.documentId);
    if (seats?.get(seat.socket.id) !== seat) return false;
    seats.delete(seat.socket.id);
    if (seats.size === 0) this.byDocument.delete(seat.documentId);
    return true;
  }

  on(documentId: string): Seat[] {
    return [...(this.byDocument.get(documentId)?.values() ?? [])];
  }

  all(): Seat[] {
    return [...this.byDocument.values()].flatMap((seats) => [...seats.values()]);
  }

  ofSocket(socketId: string): Seat[] {
    return this.all().filter((seat) => seat.socket.id === socketId);
  }
}

/** The seat as everyone on the document sees it. */
export function asPerson({ socket, identity, presence }: Seat): PresentPerson {
  return { connectionId: socket.id, personId: socket.data.viewer.personId, ...identity, ...presence };
}

/** The Socket.IO room of a document, and of a session. */
export const documentChannel = (documentId: string) => `document:${documentId}`;
export const sessionChannel = (sessionHash: string) => `session:${sessionHash}`;
