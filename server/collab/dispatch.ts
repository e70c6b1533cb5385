/** From a message to its handler: parsed, wrapped, counted. An exception in one message touches only that one. */
import type { z } from "zod";
import type { ClientEvents, Refusal } from "../../app/protocol/collab";
import { REFUSALS_MAX } from "../../app/protocol/limits";
import { type HandlerContext, refuse } from "./handlers/context";
import { join } from "./handlers/join";
import { leave } from "./handlers/leave";
import { presence } from "./handlers/presence";
import { update } from "./handlers/update";
import { joinMessage, leaveMessage, presenceMessage, updateMessage } from "./messages";
import type { CollabSocket } from "./seats";

/** Refusals that say nothing against the browser: it waits and sends again. */
const PATIENT: Refusal[] = ["unavailable", "too-fast"];

type Answer = { ok: true } | { ok: false; refusal: Refusal } | null;

/** Binds the four messages of a socket. */
export function bindMessages(context: HandlerContext, socket: CollabSocket): void {
  bind("document:join", joinMessage, join);
  bind("document:update", updateMessage, update);
  bind("document:leave", leaveMessage, leave);
  bind("presence:set", presenceMessage, presence);

  function bind<S extends z.ZodType>(
    event: keyof ClientEvents,
    schema: S,
    handler: (
      context: HandlerContext,
      socket: CollabSocket,
      request: z.output<S>,
    ) => Answer | Promise<Answer>,
  ): void {
    // A browser may send anything, and may forget the callback.
    const listener = async (...args: unknown[]): Promise<void> => {
      const answer = await handle(args[0]);
      if (!answer) return;
      const callback = args.at(-1);
      if (typeof callback === "function") callback(answer);
      if (!answer.ok) count(answer.refusal);
    };
    const handle = async (message: unknown): Promise<Answer> => {
      const parsed = schema.safeParse(message);
      if (!parsed.success)
        return refuse(parsed.error.issues.some((i) => i.message === "too-large") ? "too-large" : "malformed");
      try {
        return await handler(context, socket, parsed.data);
      } catch (error) {
        context.log.error({ err: error, event }, "a live message failed");
        return refuse("unavailable");
      }
    };
    socket.on(event, listener as ClientEvents[typeof event]);
  }

  function count(refusal: Refusal): void {
    if (PATIENT.includes(refusal)) return;
    socket.data.refusals++;
    const { personId } = socket.data.viewer;
    context.log.warn({ personId, refusal, count: socket.data.refusals }, "a live message was refused");
    if (socket.data.refusals >= REFUSALS_MAX) socket.disconnect(true);
  }
}
