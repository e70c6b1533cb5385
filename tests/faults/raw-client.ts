/** A socket at one server, without the browser's provider. */
import { io, type Socket } from "socket.io-client";
import * as parser from "socket.io-msgpack-parser";
import * as Y from "yjs";
import { SPLIT_SCHEMA_VERSION } from "../../app/collab/documents/split-document";
import { newId } from "../../app/collab/new-id";
import { fromWire, toWire } from "../../app/protocol/bytes";
import type { JoinAnswer, UpdateAnswer, UpdatesMessage } from "../../app/protocol/collab";
import { PROTOCOL_VERSION } from "../../app/protocol/limits";
import { contentOf } from "../support/durability";
import type { Cluster, ClusterNode } from "./cluster";

export class RawClient {
  doc = new Y.Doc();

  private constructor(readonly socket: Socket) {
    socket.on("document:updates", ({ updates }: UpdatesMessage) => {
      for (const update of updates) Y.applyUpdate(this.doc, fromWire(update));
    });
  }

  static async connect(cluster: Cluster, node: ClusterNode, seat: string): Promise<RawClient> {
    const socket = io(node.server.origin, {
      parser,
      auth: { protocol: PROTOCOL_VERSION },
      transports: ["websocket"],
      forceNew: true,
      reconnection: false,
      extraHeaders: {
        cookie: await cluster.cookieOf(seat),
        origin: cluster.origin,
        host: new URL(cluster.origin).host,
      },
    });
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("connect_error", reject);
    });
    return new RawClient(socket);
  }

  /** Opens a document, in a copy of its own. */
  async join(documentId: string): Promise<JoinAnswer & { ok: true }> {
    this.doc = new Y.Doc();
    const request = { documentId, schema: SPLIT_SCHEMA_VERSION, known: null, leases: [] };
    const answer: JoinAnswer = await this.socket.emitWithAck("document:join", request);
    if (!answer.ok) throw new Error(answer.refusal);
    for (const update of answer.updates) Y.applyUpdate(this.doc, fromWire(update));
    this.doc.clientID = answer.lease.clientId;
    return answer;
  }

  leave(documentId: string): void {
    this.socket.emit("document:leave", { documentId });
  }

  /** Makes a change and sends it. */
  change(documentId: string, make: (doc: Y.Doc) => void, updateId = newId()): Promise<UpdateAnswer> {
    const before = Y.encodeStateVector(this.doc);
    this.doc.transact(() => make(this.doc));
    return this.send(documentId, Y.encodeStateAsUpdate(this.doc, before), updateId);
  }

  send(documentId: string, bytes: Uint8Array, updateId = newId()): Promise<UpdateAnswer> {
    return this.socket.emitWithAck("document:update", { documentId, updateId, bytes: toWire(bytes) });
  }

  get content(): string {
    return contentOf(this);
  }

  close(): void {
    this.socket.disconnect();
  }
}
