/** What the handlers of messages work with. */
import type { Logger } from "pino";
import type { Refusal } from "../../../app/protocol/collab";
import type { Access } from "../access";
import type { Leases } from "../leases";
import type { Presence } from "../presence";
import type { PersonRate } from "../rate-limit";
import type { Room } from "../room/room";
import type { Rooms } from "../room/rooms";
import type { Seat, Seats } from "../seats";
import type { SeatSocket, Wire } from "../wire";

export interface HandlerContext {
  log: Logger;
  access: Access;
  rooms: Rooms;
  seats: Seats;
  presence: Presence;
  leases: Leases;
  wire: Wire;
  /** Brings the room up to what is committed, on whatever server. Throws when the log cannot be read. */
  catchUp: (room: Room) => Promise<void>;
  /** What this person may still send to this document. */
  rate: (documentId: string, personId: string) => PersonRate;
  /** Takes a seat away: room, presence, channel. */
  leave: (seat: Seat) => void;
}

/** One message's handler: a value for the browser, or null for messages without an answer. */
export type Handler<Request, Answer> = (
  context: HandlerContext,
  socket: SeatSocket,
  request: Request,
) => Promise<Answer> | Answer;

/** An answer that says no. */
export const refuse = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });
