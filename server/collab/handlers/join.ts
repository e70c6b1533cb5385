/** document:join: a seat on a document, and everything committed that the browser lacks. */
import * as Y from "yjs";
import { toWire } from "../../../app/protocol/bytes";
import type { JoinAnswer, JoinRequest } from "../../../app/protocol/collab";
import { ROOMS_PER_SOCKET_MAX } from "../../../app/protocol/limits";
import { readIdentity, readRight } from "../access";
import type { Room } from "../room";
import { asPerson, type CollabSocket, documentChannel } from "../seats";
import { DocumentNotFound } from "../update-log";
import { type Handler, type HandlerContext, refuse } from "./context";

export const join: Handler<JoinRequest, JoinAnswer> = async (context, socket, request) => {
  const { documentId } = request;
  const { joining } = socket.data;
  if (joining.has(documentId) || !socket.data.signals.take()) return refuse("too-fast");
  const others = context.seats.ofSocket(socket.id).filter((seat) => seat.documentId !== documentId);
  if (others.length + joining.size >= ROOMS_PER_SOCKET_MAX) return refuse("too-fast");
  joining.add(documentId);
  try {
    return await takeSeat(context, socket, request);
  } catch (error) {
    if (error instanceof DocumentNotFound) return refuse("not-found");
    context.log.error({ err: error, documentId }, "a document could not be opened");
    return refuse("unavailable"); // never an empty document instead (promise I4)
  } finally {
    joining.delete(documentId);
  }
};

async function takeSeat(
  context: HandlerContext,
  socket: CollabSocket,
  { documentId, stateVector, clientId }: JoinRequest,
): Promise<JoinAnswer> {
  const { viewer } = socket.data;
  const right = await readRight(context, viewer.personId, documentId);
  if (!right) return refuse("not-found");
  const identity = await readIdentity(context, viewer.name, right.partyId);
  const earlier = context.seats.get(documentId, socket.id);
  if (earlier) context.leave(earlier);
  const room = await context.rooms.acquire(documentId);
  const update =
    socket.connected && room.leases.lease(clientId, viewer.personId) && missing(room, stateVector);
  if (!update) {
    context.rooms.release(documentId);
    return refuse(update === null ? "malformed" : "foreign-client");
  }
  // From here to the answer nothing waits, so no commit falls between the state and the channel.
  const { access, reason } = right;
  context.seats.add({ documentId, socket, room, access, reason, identity, presence: {} });
  void socket.join(documentChannel(documentId));
  context.presence.changed(documentId);
  return {
    ok: true,
    access,
    ...(reason && { reason }),
    update: toWire(update),
    stateVector: toWire(Y.encodeStateVector(room.doc)),
    seq: room.seq,
    people: context.seats.on(documentId).map(asPerson),
  };
}

/** What the browser lacks, or null when its state vector is none. */
function missing(room: Room, stateVector: Uint8Array): Uint8Array | null {
  try {
    return room.missingFrom(stateVector);
  } catch {
    return null; // bytes that are no state vector throw in the decoder
  }
}
