/** document:leave: the browser closed the document. */
import type { Handler } from "./context";

export const leave: Handler<{ documentId: string }, null> = (context, socket, { documentId }) => {
  const seat = context.seats.get(documentId, socket.id);
  if (seat) context.leave(seat);
  return null;
};
