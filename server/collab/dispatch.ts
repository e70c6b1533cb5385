/** From a message to its handler: parsed, wrapped, counted. An exception in one message touches only that one. */
import type { Refusal } from "../../app/protocol/collab";
import { REFUSALS_MAX } from "../../app/protocol/limits";
import type { CollabMetrics } from "./collab-metrics";
import { type Handler, type HandlerContext, refuse } from "./handlers/context";
import { join } from "./handlers/join";
import { leave } from "./handlers/leave";
import { presence } from "./handlers/presence";
import { part, update } from "./handlers/update";
import { verify } from "./handlers/verify";
import { type Event, MESSAGES, type MessageOf } from "./messages";
import type { SeatSocket } from "./wire";

/** Refusals that say nothing against the browser: it waits, joins or asks again. */
const PATIENT: Refusal[] = ["unavailable", "too-fast", "restored", "quarantined", "protocol"];
/** Refusals within this time are counted together. Milliseconds. */
const REFUSALS_WITHIN = 60_000;

/** What the browser is told; null for messages without an answer. */
export type Answer = { ok: true } | { ok: false; refusal: Refusal } | null;

const HANDLERS: { [E in Event]: Handler<MessageOf<E>, Answer> } = {
  "document:join": join,
  "document:part": part,
  "document:update": update,
  "document:verify": verify,
  "document:leave": leave,
  "presence:set": presence,
  "connection:probe": () => ({ ok: true }),
};

/** Handles one message of a socket, and closes the socket that is refused too often. Never throws. */
export async function dispatch(
  context: HandlerContext,
  metrics: CollabMetrics,
  socket: SeatSocket,
  event: Event,
  message: unknown,
): Promise<Answer> {
  const answer = await handle(context, socket, event, message);
  if (answer && !answer.ok) count(context, metrics, socket, answer.refusal);
  return answer;
}

async function handle<E extends Event>(
  context: HandlerContext,
  socket: SeatSocket,
  event: E,
  message: unknown,
): Promise<Answer> {
  const parsed = MESSAGES[event].safeParse(message);
  if (!parsed.success)
    return refuse(parsed.error.issues.some((i) => i.message === "too-large") ? "too-large" : "malformed");
  try {
    return await HANDLERS[event](context, socket, parsed.data as MessageOf<E>);
  } catch (error) {
    context.log.error({ err: error, event }, "a live message failed");
    return refuse("unavailable");
  }
}

function count(context: HandlerContext, metrics: CollabMetrics, socket: SeatSocket, refusal: Refusal): void {
  metrics.refused(refusal);
  if (PATIENT.includes(refusal)) return;
  const { data } = socket;
  const now = Date.now();
  data.refusals = [...data.refusals.filter((at) => now - at < REFUSALS_WITHIN), now];
  const { personId } = data.viewer;
  context.log.warn({ personId, refusal, count: data.refusals.length }, "a live message was refused");
  if (data.refusals.length < REFUSALS_MAX) return;
  metrics.cut("refusals");
  // After this turn, so that the answer goes first.
  setImmediate(() => socket.disconnect(true));
}
