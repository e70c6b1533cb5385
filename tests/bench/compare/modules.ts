/** Packages of the peers that the load generator uses too. They are installed beside the peers' servers. */
import { createRequire } from "node:module";
import path from "node:path";
import { PEERS } from "./where";

const load = createRequire(path.join(PEERS, "package.json"));

/** What the load generator uses of a raw WebSocket. */
export interface RawSocket {
  on(event: "open", listener: () => void): void;
  on(event: "message", listener: (bytes: Buffer, isBinary: boolean) => void): void;
  on(event: "close", listener: (code: number) => void): void;
  on(event: "error", listener: (error: Error) => void): void;
  send(bytes: Uint8Array | string): void;
  terminate(): void;
}

export const encoding = load("lib0/encoding") as typeof import("lib0/encoding");
export const decoding = load("lib0/decoding") as typeof import("lib0/decoding");
/** Socket.IO's default form of packets. */
export const socketIoParser = load("socket.io-parser") as {
  Encoder: new () => { encode(packet: object): (string | Buffer)[] };
  Decoder: new () => {
    add(frame: string | Buffer): void;
    on(event: "decoded", listener: (packet: { type: number; nsp: string; id?: number }) => void): void;
  };
};
export const WebSocket = load("ws") as new (url: string, options: object) => RawSocket;
