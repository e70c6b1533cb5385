/** document:update: one person's change, acknowledged after the commit. */
import type { UpdateAnswer, UpdateRequest } from "../../../app/protocol/collab";
import { type Handler, refuse } from "./context";

export const update: Handler<UpdateRequest, UpdateAnswer> = (context, socket, request) => {
  const seat = context.seats.get(request.documentId, socket.id);
  if (!seat) return refuse("not-joined");
  if (seat.access !== "edit") return refuse(seat.reason === "role" ? "read-only" : "locked");
  if (!socket.data.rate.take()) return refuse("too-fast");
  const { personId, sessionHash } = socket.data.viewer;
  return seat.room.submit({
    updateId: request.updateId,
    editor: { personId, sessionId: sessionHash },
    bytes: request.bytes,
    sender: socket.id,
  });
};
