/** document:join: a seat on a document, and everything committed that the browser lacks. */
import { toWire } from "../../../app/protocol/bytes";
import type { JoinAnswer, JoinRequest, Lease, Refusal } from "../../../app/protocol/collab";
import { ROOMS_PER_SOCKET_MAX } from "../../../app/protocol/limits";
import { identityOf, type Right } from "../access";
import { DocumentNotFound } from "../log/update-log";
import { Parts } from "../parts";
import type { Room } from "../room/room";
import type { Seat } from "../seats";
import type { SeatSocket } from "../wire";
import { type Handler, type HandlerContext, refuse } from "./context";

export const join: Handler<JoinRequest, JoinAnswer> = async (context, socket, request) => {
  const { documentId } = request;
  const { joining } = socket.data;
  if (joining.has(documentId) || !socket.data.signals.take()) return refuse("too-fast");
  const others = context.seats.ofSocket(socket.id).filter((seat) => seat.documentId !== documentId);
  if (others.length + joining.size >= ROOMS_PER_SOCKET_MAX) return refuse("too-fast");
  joining.add(documentId);
  const earlier = context.seats.get(documentId, socket.id);
  const answer = await rightAndSeat(context, socket, request).finally(() => joining.delete(documentId));
  // Refused: the seat it had is not kept either. What could not be read says nothing against it, and a browser that asked
  // once, and whose message came twice, has taken the first answer and hears of no other.
  const isKept = answer.ok || answer.refusal === "unavailable";
  if (!isKept && earlier && context.seats.get(documentId, socket.id) === earlier) context.leave(earlier);
  return answer;
};

async function rightAndSeat(
  context: HandlerContext,
  socket: SeatSocket,
  request: JoinRequest,
): Promise<JoinAnswer> {
  const { documentId } = request;
  try {
    const { personId } = socket.data.viewer;
    const [right] = await context.access.rights([{ personId, documentId }]);
    return right ? await enter(context, socket, request, right) : refuse("not-found");
  } catch (error) {
    if (error instanceof DocumentNotFound) return refuse("not-found");
    context.log.error({ err: error, documentId }, "a document could not be opened");
    return refuse("unavailable"); // never an empty document instead (promise I4)
  }
}

async function enter(
  context: HandlerContext,
  socket: SeatSocket,
  request: JoinRequest,
  right: Right,
): Promise<JoinAnswer> {
  const room = await context.rooms.acquire(request.documentId);
  let seated = false;
  try {
    await context.catchUp(room);
    // What could not be read is no sign of a restore: the browser keeps its copy and asks again.
    if (request.known?.epoch === room.head.epoch && request.known.seq > room.seq && !room.isCurrent)
      return refuse("unavailable");
    const leases = leasesOf(context, socket, room, request);
    if (typeof leases === "string") return refuse(leases);
    if (!socket.connected) return refuse("unavailable");
    const answer = seat(context, socket, room, right, request, leases);
    seated = true;
    return answer;
  } finally {
    if (!seated) context.rooms.release(request.documentId, room);
  }
}

/** The leases of this seat, its own first; or why there are none. */
function leasesOf(
  { leases }: HandlerContext,
  { data }: SeatSocket,
  room: Room,
  { documentId, schema, known, leases: asked }: JoinRequest,
): Lease[] | Refusal {
  const { epoch, schemaVersion } = room.head;
  if (schema !== schemaVersion) return "protocol";
  if (known && (known.epoch !== epoch || known.seq > room.seq)) return "restored";
  const subject = { documentId, epoch, personId: data.viewer.personId };
  if (!asked.every((lease) => leases.holds(subject, lease))) return "foreign-client";
  return asked.length > 0 ? asked : [leases.make(subject)];
}

/** From here to the answer nothing waits, so no commit falls between the state and the channel. */
function seat(
  context: HandlerContext,
  socket: SeatSocket,
  room: Room,
  right: Right,
  { documentId, known }: JoinRequest,
  leases: Lease[],
): JoinAnswer {
  // The seat it had is given up only now: what is committed while a document is read for the new one must reach it. A
  // browser that asked once, and whose message came twice, takes the first answer only.
  const earlier = context.seats.get(documentId, socket.id);
  if (earlier) context.leave(earlier);
  const { viewer } = socket.data;
  const quarantined = room.quarantine !== null;
  const access = quarantined ? "read" : right.access;
  const reason: Seat["reason"] = quarantined ? "quarantined" : right.reason;
  const taken: Seat = {
    ...{ documentId, socket, room, access, reason },
    clientIds: new Set(leases.map(({ clientId }) => clientId)),
    identity: identityOf(viewer.name, right),
    presence: {},
    parts: new Parts(),
  };
  context.seats.add(taken);
  context.wire.enter(socket, documentId);
  context.presence.came(taken);
  return {
    ok: true,
    access,
    ...(reason && { reason }),
    epoch: room.head.epoch,
    seq: room.seq,
    updates: room.since(known?.seq ?? null).map(toWire),
    lease: leases[0]!,
    personId: viewer.personId,
    people: context.presence.people(documentId),
  };
}
