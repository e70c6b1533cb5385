/** A socket without the browser's provider: it may send anything at any time, as an attacker's would. */
import * as Y from "yjs";
import { Connection } from "../../app/collab/connection";
import { SPLIT_SCHEMA_VERSION, setCategoryFields } from "../../app/collab/documents/split-document";
import { fromWire, toWire } from "../../app/protocol/bytes";
import type {
  JoinAnswer,
  PartAnswer,
  Refusal,
  ServerEvents,
  UpdateAnswer,
  VerifyAnswer,
} from "../../app/protocol/collab";

export interface RawSocket {
  doc: Y.Doc;
  join(documentId: string): Promise<JoinAnswer>;
  /** Sends a real change of the category, whether the socket has joined or not. */
  update(documentId: string, categoryId: string, legalBasis: string): Promise<UpdateAnswer>;
  /** The first part of an update that never ends. */
  part(documentId: string): Promise<PartAnswer>;
  verify(documentId: string): Promise<VerifyAnswer>;
  probe(): Promise<{ ok: true }>;
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
      const request = { documentId, schema: SPLIT_SCHEMA_VERSION, known: null, leases: [] };
      const answer = await new Promise<JoinAnswer>((resolve) =>
        socket.emit("document:join", request, resolve),
      );
      if (answer.ok) {
        for (const update of answer.updates) Y.applyUpdate(doc, fromWire(update));
        doc.clientID = answer.lease.clientId;
      }
      return answer;
    },
    update: (documentId, categoryId, legalBasis) => {
      const bytes = toWire(changeOf(doc, categoryId, legalBasis));
      const updateId = crypto.randomUUID();
      return new Promise((resolve) =>
        socket.emit("document:update", { documentId, updateId, bytes }, resolve),
      );
    },
    part: (documentId) => {
      const part = { documentId, updateId: crypto.randomUUID(), index: 0, bytes: toWire(Uint8Array.of(1)) };
      return new Promise((resolve) => socket.emit("document:part", part, resolve));
    },
    verify: (documentId) => {
      const question = { documentId, seq: 0, hash: "0".repeat(64) };
      return new Promise((resolve) => socket.emit("document:verify", question, resolve));
    },
    probe: () => new Promise((resolve) => socket.emit("connection:probe", {}, resolve)),
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
