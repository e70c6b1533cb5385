/** document:update: one person's change, acknowledged after the commit; document:part: the beginning of a large one. */
import type {
  PartAnswer,
  PartRequest,
  Refusal,
  UpdateAnswer,
  UpdateRequest,
} from "../../../app/protocol/collab";
import type { Seat } from "../seats";
import type { SeatSocket } from "../wire";
import { type Handler, type HandlerContext, refuse } from "./context";

export const update: Handler<UpdateRequest, UpdateAnswer> = (context, socket, request) => {
  const seat = seatToWrite(context, socket, request);
  if (typeof seat === "string") return refuse(seat);
  const { updateId, parts } = request;
  const bytes = parts && parts > 1 ? seat.parts.finish(updateId, parts, request.bytes) : request.bytes;
  if (typeof bytes === "string") return refuse(bytes);
  const { personId, sessionHash } = socket.data.viewer;
  return seat.room.submit({
    updateId,
    editor: { personId, sessionId: sessionHash },
    bytes,
    sender: socket.id,
    clientIds: seat.clientIds,
    suggests: seat.access === "suggest",
  });
};

export const part: Handler<PartRequest, PartAnswer> = (context, socket, request) => {
  const seat = seatToWrite(context, socket, request);
  if (typeof seat === "string") return refuse(seat);
  const refusal = seat.parts.add(request.updateId, request.index, request.bytes);
  return refusal ? refuse(refusal) : { ok: true };
};

/** The seat, if it may write now and not too fast. */
function seatToWrite(
  context: HandlerContext,
  socket: SeatSocket,
  { documentId, bytes }: { documentId: string; bytes: Uint8Array },
): Seat | Refusal {
  const seat = context.seats.get(documentId, socket.id);
  if (!seat) return "not-joined";
  if (seat.access === "read") return REFUSAL_OF[seat.reason ?? "role"];
  const rate = context.rate(documentId, socket.data.viewer.personId);
  return rate.updates.take() && rate.bytes.take(bytes.byteLength) ? seat : "too-fast";
}

const REFUSAL_OF = {
  role: "read-only",
  locked: "locked",
  archived: "locked",
  quarantined: "quarantined",
} as const;
