/**
 * Socket.IO over a raw WebSocket: what a client says and hears, without the client library, whose own work would
 * be measured along with the server.
 */
import { troubled } from "../driver";
import { type RawSocket, WebSocket } from "../modules";

/** Types of Socket.IO's packets. */
export const CONNECT = 0;
export const EVENT = 2;
export const ACK = 3;
const CONNECT_ERROR = 4;
const BINARY_EVENT = 5;
const BINARY_ACK = 6;
/** Types of Engine.IO's text packets; its binary ones have none. */
const OPEN = "0";
const PING = "2";
const PONG = "3";
const MESSAGE = "4";

export interface Packet {
  type: number;
  nsp: string;
  id?: number;
  data?: unknown;
}

/** How packets become frames and frames packets; one for each connection. */
export interface Codec {
  encode(packet: Packet): (string | Buffer)[];
  /** The packet that this frame completes, or null. */
  decode(frame: string | Buffer): Packet | null;
}

export interface SocketFrames {
  emit(event: string, message: unknown, answer?: (answer: never) => void): void;
  close(): void;
}

export interface SocketOptions {
  port: number;
  codec: Codec;
  /** The namespace, "/" for the main one. */
  nsp: string;
  cookie?: string;
  auth?: object;
  /** Called for every event of the server. */
  heard(event: string, message: never): void;
}

/** Connects to a namespace. Rejects with the server's word when it refuses. */
export function connectFrames(options: SocketOptions): Promise<SocketFrames> {
  const { port, codec, nsp, cookie, auth, heard } = options;
  return new Promise((resolve, reject) => {
    const socket: RawSocket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
      ...(cookie && { headers: { cookie } }),
    });
    const answers = new Map<number, (answer: never) => void>();
    let nextId = 0;
    let closed = false;
    const send = (packet: Packet) => {
      for (const frame of codec.encode(packet))
        socket.send(typeof frame === "string" ? MESSAGE + frame : frame);
    };
    const frames: SocketFrames = {
      emit: (event, message, answer) => {
        if (!answer) return send({ type: EVENT, nsp, data: [event, message] });
        const id = nextId++;
        answers.set(id, answer);
        send({ type: EVENT, nsp, id, data: [event, message] });
      },
      close: () => {
        closed = true;
        socket.terminate();
      },
    };
    const packetCame = ({ type, id, data }: Packet) => {
      if (type === EVENT || type === BINARY_EVENT) {
        const [event, message] = data as [string, never];
        heard(event, message);
      } else if ((type === ACK || type === BINARY_ACK) && id !== undefined) {
        const answer = answers.get(id);
        answers.delete(id);
        answer?.((data as never[])[0]!);
      } else if (type === CONNECT) resolve(frames);
      else if (type === CONNECT_ERROR) reject(new Error((data as { message: string }).message));
    };
    const frameCame = (frame: string | Buffer) => {
      const packet = codec.decode(frame);
      if (packet) packetCame(packet);
    };
    socket.on("message", (bytes, isBinary) => {
      if (isBinary) return frameCame(bytes);
      const said = bytes.toString();
      if (said[0] === MESSAGE) frameCame(said.slice(1));
      else if (said[0] === PING) socket.send(PONG);
      else if (said[0] === OPEN) send({ type: CONNECT, nsp, ...(auth && { data: auth }) });
    });
    socket.on("error", reject);
    socket.on("close", (code) => {
      if (!closed) troubled(`closed by the server: ${code}`);
      reject(new Error(`closed: ${code}`));
    });
  });
}
