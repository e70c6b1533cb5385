/** A socket without the browser's provider: it may send anything at any time, as an attacker's would. */
import * as Y from "yjs";
import { Connection } from "../../app/collab/connection";
import { setCategoryFields } from "../../app/collab/documents/split-document";
import { fromWire, toWire } from "../../app/protocol/bytes";
import type { JoinAnswer, Refusal, ServerEvents, UpdateAnswer } from "../../app/protocol/collab";

export interface RawSocket {
  doc: Y.Doc;
  join(documentId: string): Promise<JoinAnswer>;
  /** Sends a real change of the category, whether the socket has joined or not. */
  update(documentId: string, categoryId: string, legalBasis: string): Promise<UpdateAnswer>;
  leave(documentId: string): void;
  present(documentId: string, categoryId: string): void;
  /** Everything of this name that has come so far. */
  heard<E extends keyof ServerEvents>(event: E): Parameters<ServerEvents[E]>[];
  close(): void;
}

/** Connects with the session's cookie; rejects with the refusal of the handshake. */
export async function rawSocket(origin: string, cookie: string): Promise<RawSocket> {
  const connection = new Connection({ origin, cookie });
  const { socket } = connection;
  const heard: [string, unknown[]][] = [];
  socket.onAny((event: string, ...args: unknown[]) => heard.push([event, args]));
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", (error) => {
      connection.close();
      reject(error);
    });
  });
  const doc = new Y.Doc();
  return {
    doc,
    join: async (documentId) => {
      const stateVector = toWire(Y.encodeStateVector(doc));
      const request = { documentId, stateVector, clientId: doc.clientID };
      const answer = await new Promise<JoinAnswer>((resolve) =>
        socket.emit("document:join", request, resolve),
      );
      if (answer.ok) Y.applyUpdate(doc, fromWire(answer.update));
      return answer;
    },
    update: (documentId, categoryId, legalBasis) => {
      const bytes = toWire(changeOf(doc, categoryId, legalBasis));
      const updateId = crypto.randomUUID();
      return new Promise((resolve) =>
        socket.emit("document:update", { documentId, updateId, bytes }, resolve),
      );
    },
    leave: (documentId) => void socket.emit("document:leave", { documentId }),
    present: (documentId, categoryId) =>
      void socket.emit("presence:set", { documentId, state: { open: categoryId, editing: categoryId } }),
    heard: <E extends keyof ServerEvents>(event: E) =>
      heard.filter(([name]) => name === event).map(([, args]) => args as Parameters<ServerEvents[E]>),
    close: () => connection.close(),
  };
}

/** The bytes of a change; who could not join knows nothing of the document, and makes something up. */
function changeOf(doc: Y.Doc, categoryId: string, legalBasis: string): Uint8Array {
  const before = Y.encodeStateVector(doc);
  if (doc.getMap("categories").has(categoryId)) {
    setCategoryFields(doc, categoryId, { legalBasis }, "test");
    return Y.encodeStateAsUpdate(doc, before);
  }
  const scratch = new Y.Doc();
  scratch.getMap("categories").set("made-up", new Y.Map());
  return Y.encodeStateAsUpdate(scratch);
}

/** The answer in a word: what was refused, or that it was not. */
export const wordOf = (answer: { ok: true } | { ok: false; refusal: Refusal }) =>
  answer.ok ? "ok" : answer.refusal;
