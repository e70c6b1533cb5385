/** What the handlers of messages work with. */
import type { Kysely } from "kysely";
import type { Logger } from "pino";
import type { Refusal } from "../../../app/protocol/collab";
import type { Database } from "../../../db/schema/tables";
import type { Presence } from "../presence";
import type { Rooms } from "../rooms";
import type { CollabSocket, Seat, Seats } from "../seats";

export interface HandlerContext {
  db: Kysely<Database>;
  clock: () => Date;
  log: Logger;
  rooms: Rooms;
  seats: Seats;
  presence: Presence;
  /** Takes a seat away: room, presence, channel. */
  leave: (seat: Seat) => void;
}

/** One message's handler: a value for the browser, or null for messages without an answer. */
export type Handler<Request, Answer> = (
  context: HandlerContext,
  socket: CollabSocket,
  request: Request,
) => Promise<Answer> | Answer;

/** An answer that says no. */
export const refuse = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });
