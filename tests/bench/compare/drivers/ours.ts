/** Our own protocol (app/protocol/collab.ts) over raw Socket.IO frames. */
import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import type {
  ClientEvents,
  JoinAnswer,
  PresenceMessage,
  ServerEvents,
  UpdateAnswer,
  UpdatesMessage,
} from "../../../../app/protocol/collab";
import { PROTOCOL_VERSION } from "../../../../app/protocol/limits";
import { type Driver, type Handlers, type LightClient, troubled } from "../driver";
import { cookieOf } from "../ours/people";
import { msgpackCodec } from "./codecs";
import { connectFrames, type SocketFrames } from "./socket-frames";

/** Schema version of the documents of the bench. */
const SCHEMA = 1;

/** What the server says of a document, by the event's name. */
function hearing(handlers: Handlers): Record<string, (message: never) => void> {
  const events: { [E in keyof ServerEvents]?: (message: never) => void } = {
    "document:updates": ({ updates }: UpdatesMessage) => handlers.updates(updates),
    "presence:changed": ({ moved }: PresenceMessage) => handlers.presence?.(moved.length),
    "document:closed": ({ refusal }: { refusal: string }) => troubled(`a seat was closed: ${refusal}`),
  };
  return events;
}

/** Sends a message of the protocol. */
function tell<E extends keyof ClientEvents>(
  socket: SocketFrames,
  event: E,
  message: Parameters<ClientEvents[E]>[0],
  answer?: Parameters<ClientEvents[E]>[1],
): void {
  socket.emit(event, message, answer);
}

/** Sends edits: each by itself, or as our browsers do: one message on its way, and what waits is merged into the next. */
function sender(socket: SocketFrames, documentId: string, handlers: Handlers, merges: boolean) {
  let waiting: Uint8Array[] = [];
  let onItsWay = 0;
  const emit = (update: Uint8Array, edits: number) => {
    onItsWay++;
    const bytes = asBuffer(update);
    tell(socket, "document:update", { documentId, updateId: randomUUID(), bytes }, (answer) => {
      onItsWay--;
      answered(answer, edits);
    });
  };
  const answered = (answer: UpdateAnswer, edits: number) => {
    if (answer.ok) handlers.acked?.(edits);
    else troubled(`an edit was refused: ${answer.refusal}`);
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    emit(batch.length === 1 ? batch[0]! : Y.mergeUpdates(batch), batch.length);
  };
  return (update: Uint8Array) => {
    if (merges && onItsWay > 0) waiting.push(update);
    else emit(update, 1);
  };
}

const driver = (merges: boolean): Driver => ({
  acknowledges: true,
  connect: async (port, documentId, person, handlers) => {
    const events = hearing(handlers);
    const socket = await connectFrames({
      port,
      codec: msgpackCodec,
      nsp: "/",
      cookie: cookieOf(person),
      auth: { protocol: PROTOCOL_VERSION },
      heard: (event, message) => events[event]?.(message),
    });
    const joined = await new Promise<JoinAnswer>((resolve) =>
      tell(socket, "document:join", { documentId, schema: SCHEMA, known: null, leases: [] }, resolve),
    );
    if (!joined.ok) throw new Error(`a join was refused: ${joined.refusal}`);
    handlers.updates(joined.updates);
    const client: LightClient = {
      clientId: joined.lease.clientId,
      send: sender(socket, documentId, handlers, merges),
      move: (to) => tell(socket, "presence:set", { documentId, state: { editing: to } }),
      close: socket.close,
    };
    return client;
  },
});

export const ours: Driver = { ...driver(true), unmerged: driver(false) };

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
