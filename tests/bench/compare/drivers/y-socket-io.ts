/** y-socket.io's own events over raw Socket.IO frames. */
import { randomInt } from "node:crypto";
import type { Driver, LightClient } from "../driver";
import { encoding } from "../modules";
import { Recent } from "../recent";
import { defaultCodec } from "./codecs";
import { connectFrames } from "./socket-frames";

/** The state vector of an empty document. */
const NOTHING = Buffer.of(0);

const recent = new Recent<Uint8Array[]>();

export const ySocketIo: Driver = {
  acknowledges: false,
  connect: async (port, documentId, _person, handlers) => {
    const clientId = randomInt(1, 2 ** 32);
    let clock = 0;
    let listens = () => undefined as unknown;
    // The server listens only after it has loaded the document, and says so by asking for our state first.
    const listening = new Promise<unknown>((resolve) => {
      listens = () => resolve(undefined);
    });
    const took = (bytes: Buffer) => handlers.updates(recent.find(bytes) ?? recent.keep(bytes, [bytes]));
    const socket = await connectFrames({
      port,
      codec: defaultCodec(),
      nsp: `/yjs|${documentId}`,
      heard: (event, message) => {
        if (event === "sync-update") took(message);
        else if (event === "awareness-update") handlers.presence?.(1);
        else if (event === "sync-step-1") listens();
      },
    });
    await listening;
    took(await new Promise<Buffer>((resolve) => socket.emit("sync-step-1", NOTHING, resolve)));
    const client: LightClient = {
      clientId,
      send: (update) => socket.emit("sync-update", Buffer.from(update)),
      move: (to) => {
        const e = encoding.createEncoder();
        encoding.writeVarUint(e, 1);
        encoding.writeVarUint(e, clientId);
        encoding.writeVarUint(e, ++clock);
        encoding.writeVarString(e, JSON.stringify({ user: { name: "Liperi", color: 3 }, editing: to }));
        socket.emit("awareness-update", Buffer.from(encoding.toUint8Array(e)));
      },
      close: socket.close,
    };
    return client;
  },
};
