/** Who sits where: one seat is one socket on one document. */
import type { DocumentAccess, PresenceState, PresentPerson, ReadOnlyReason } from "../../app/protocol/collab";
import type { Identity } from "./access";
import type { Parts } from "./parts";
import type { Room } from "./room/room";
import type { SeatSocket } from "./wire";

export interface Seat {
  documentId: string;
  socket: SeatSocket;
  room: Room;
  /** Client ids that this seat may write with. */
  clientIds: ReadonlySet<number>;
  access: DocumentAccess;
  reason: ReadOnlyReason | undefined;
  identity: Identity;
  presence: PresenceState;
  /** A large update that is coming in parts. */
  parts: Parts;
}

export class Seats {
  private readonly byDocument = new Map<string, Map<string, Seat>>();
  private readonly bySocket = new Map<string, Map<string, Seat>>();

  add(seat: Seat): void {
    put(this.byDocument, seat.documentId, seat.socket.id, seat);
    put(this.bySocket, seat.socket.id, seat.documentId, seat);
  }

  get(documentId: string, socketId: string): Seat | undefined {
    return this.byDocument.get(documentId)?.get(socketId);
  }

  /** Removes the seat; answers whether it was there. */
  remove(seat: Seat): boolean {
    const { documentId, socket } = seat;
    if (this.get(documentId, socket.id) !== seat) return false;
    take(this.byDocument, documentId, socket.id);
    take(this.bySocket, socket.id, documentId);
    return true;
  }

  on(documentId: string): Seat[] {
    return [...(this.byDocument.get(documentId)?.values() ?? [])];
  }

  /** Documents with somebody on them. */
  documents(): string[] {
    return [...this.byDocument.keys()];
  }

  count(documentId: string): number {
    return this.byDocument.get(documentId)?.size ?? 0;
  }

  all(): Seat[] {
    return [...this.byDocument.values()].flatMap((seats) => [...seats.values()]);
  }

  ofSocket(socketId: string): Seat[] {
    return [...(this.bySocket.get(socketId)?.values() ?? [])];
  }
}

type Index = Map<string, Map<string, Seat>>;

function put(index: Index, key: string, inner: string, seat: Seat): void {
  const seats = index.get(key) ?? new Map<string, Seat>();
  index.set(key, seats.set(inner, seat));
}

function take(index: Index, key: string, inner: string): void {
  const seats = index.get(key);
  seats?.delete(inner);
  if (seats?.size === 0) index.delete(key);
}

/** The seat as everyone on the document sees it. */
export function asPerson({ socket, identity, presence }: Seat): PresentPerson {
  return { connectionId: socket.id, personId: socket.data.viewer.personId, ...identity, ...presence };
}
