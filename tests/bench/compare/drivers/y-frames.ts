/** The sync protocol of y-protocols over raw WebSockets, as y-websocket and Hocuspocus speak it; the relay too. */
import { randomInt } from "node:crypto";
import { type Driver, type Handlers, type LightClient, troubled } from "../driver";
import { decoding, encoding, WebSocket } from "../modules";
import { Recent } from "../recent";

const SYNC = 0;
const AWARENESS = 1;
const AUTH = 2;
const SYNC_REPLY = 4;
const SYNC_STATUS = 8;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;
/** The state vector of an empty document. */
const NOTHING = Uint8Array.of(0);

type Frame =
  | { kind: "updates"; updates: Uint8Array[]; whole: boolean }
  | { kind: "presence"; states: number }
  | { kind: "acked" }
  | { kind: "other" };

/** Takes a frame apart; `named` frames begin with the document's name. */
function parse(bytes: Uint8Array, named: boolean): Frame {
  const d = decoding.createDecoder(bytes);
  if (named) decoding.readVarString(d);
  const type = decoding.readVarUint(d);
  if (type === SYNC || type === SYNC_REPLY) {
    const step = decoding.readVarUint(d);
    if (step === STEP_1) return { kind: "other" };
    return { kind: "updates", updates: [decoding.readVarUint8Array(d)], whole: step === STEP_2 };
  }
  if (type === AWARENESS) {
    const inner = decoding.createDecoder(decoding.readVarUint8Array(d));
    return { kind: "presence", states: decoding.readVarUint(inner) };
  }
  return type === SYNC_STATUS ? { kind: "acked" } : { kind: "other" };
}

interface Dialect {
  acknowledges: boolean;
  /** Hocuspocus puts the document's name before every message, and asks for a token. */
  named: boolean;
  /** Does it answer the first sync step? The relay knows no state. */
  keeps: boolean;
}

function driver({ acknowledges, named, keeps }: Dialect): Driver {
  const recent = new Recent<Frame>();
  const connect = (port: number, documentId: string, _person: number, handlers: Handlers) =>
    new Promise<LightClient>((resolve, reject) => {
      const clientId = randomInt(1, 2 ** 32);
      let clock = 0;
      let closed = false;
      const socket = new WebSocket(`ws://127.0.0.1:${port}/${documentId}`, { perMessageDeflate: false });
      const message = (fill: (e: ReturnType<typeof encoding.createEncoder>) => void) => {
        const e = encoding.createEncoder();
        if (named) encoding.writeVarString(e, documentId);
        fill(e);
        socket.send(encoding.toUint8Array(e));
      };
      const sync = (step: number, bytes: Uint8Array) =>
        message((e) => {
          encoding.writeVarUint(e, SYNC);
          encoding.writeVarUint(e, step);
          encoding.writeVarUint8Array(e, bytes);
        });
      const client: LightClient = {
        clientId,
        send: (update) => sync(UPDATE, update),
        move: (to) =>
          message((e) => {
            const state = encoding.createEncoder();
            encoding.writeVarUint(state, 1);
            encoding.writeVarUint(state, clientId);
            encoding.writeVarUint(state, ++clock);
            encoding.writeVarString(
              state,
              JSON.stringify({ user: { name: "Liperi", color: 3 }, editing: to }),
            );
            encoding.writeVarUint(e, AWARENESS);
            encoding.writeVarUint8Array(e, encoding.toUint8Array(state));
          }),
        close: () => {
          closed = true;
          socket.terminate();
        },
      };
      socket.on("open", () => {
        if (named)
          message((e) => {
            encoding.writeVarUint(e, AUTH);
            encoding.writeVarUint(e, 0);
            encoding.writeVarString(e, "token");
            encoding.writeVarString(e, "4.7.0");
          });
        if (keeps) sync(STEP_1, NOTHING);
        else resolve(client);
      });
      socket.on("message", (bytes) => {
        const frame = recent.find(bytes) ?? recent.keep(bytes, parse(bytes, named));
        if (frame.kind === "updates") {
          handlers.updates(frame.updates);
          if (frame.whole) resolve(client);
        } else if (frame.kind === "acked") handlers.acked?.(1);
        else if (frame.kind === "presence") handlers.presence?.(frame.states);
      });
      socket.on("error", reject);
      socket.on("close", (code) => {
        if (!closed) troubled(`closed by the server: ${code}`);
        reject(new Error(`closed: ${code}`));
      });
    });
  return { acknowledges, connect };
}

export const hocuspocus = driver({ acknowledges: true, named: true, keeps: true });
export const yWebsocket = driver({ acknowledges: false, named: false, keeps: true });
export const relay = driver({ acknowledges: false, named: false, keeps: false });
