/** presence:set: what the person has open, types in or moves. Who they are is the server's word. */
import type { PresenceState } from "../../../app/protocol/collab";
import { PRESENCE_BYTES_MAX } from "../../../app/protocol/limits";
import type { Handler } from "./context";

export const presence: Handler<{ documentId: string; state: PresenceState }, null> = (
  context,
  socket,
  { documentId, state },
) => {
  const seat = context.seats.get(documentId, socket.id);
  if (!seat || !socket.data.signals.take() || JSON.stringify(state).length > PRESENCE_BYTES_MAX) return null;
  // Someone who may not write has cards open, but neither types nor moves, and shows no caret.
  const { open = null, editing = null, moving = null, selection = null } = state;
  seat.presence = seat.access === "read" ? { open } : { open, editing, moving, selection };
  context.presence.moved(seat);
  return null;
};
