/**
 * The msgpack parser with one check more: only the events of our protocol reach the socket. The package's own
 * decoder lets reserved names through, and a browser that sent "error" or "disconnect" would end the process
 * or fire our own handlers.
 */
import * as msgpack from "socket.io-msgpack-parser";
import { EVENTS } from "./messages";

const EVENT = 2;

class CheckingDecoder extends msgpack.Decoder {
  /** Throws for a packet that is none of ours; Socket.IO then closes that connection. */
  override checkPacket(packet: { type: number; data?: unknown }): void {
    super.checkPacket(packet);
    if (packet.type !== EVENT) return;
    const name = (packet.data as unknown[])[0];
    if (!EVENTS.some((event) => event === name)) throw new Error("unknown event");
  }
}

export const parser = { ...msgpack, Encoder: msgpack.Encoder, Decoder: CheckingDecoder };
