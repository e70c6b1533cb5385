/** document:verify: an idle browser asks whether it has what everyone has (promise I6). */
import type { VerifyAnswer, VerifyRequest } from "../../../app/protocol/collab";
import { type Handler, refuse } from "./context";

export const verify: Handler<VerifyRequest, VerifyAnswer> = (context, socket, { documentId, seq, hash }) => {
  const seat = context.seats.get(documentId, socket.id);
  if (!seat) return refuse("not-joined");
  if (!socket.data.signals.take()) return refuse("too-fast");
  const same = seat.room.sameContent(seq, hash);
  if (same === false) context.log.error({ documentId, seq }, "a browser shows another content than the log");
  return { ok: true, same };
};
