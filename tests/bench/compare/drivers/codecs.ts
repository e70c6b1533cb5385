/** Socket.IO's two forms of packets. */
import * as msgpack from "socket.io-msgpack-parser";
import { socketIoParser } from "../modules";
import { Recent } from "../recent";
import { type Codec, EVENT, type Packet } from "./socket-frames";

const encoder = new msgpack.Encoder();
const decoder = new msgpack.Decoder();
let decoded: Packet | null = null;
decoder.on("decoded", (packet: Packet) => {
  decoded = packet;
});
/** What is broadcast is the same for everyone: taken apart once. */
const recent = new Recent<Packet>();

/** One binary frame a packet. */
export const msgpackCodec: Codec = {
  encode: (packet) => encoder.encode(packet) as unknown as Buffer[],
  decode: (frame) => {
    const bytes = frame as Buffer;
    const known = recent.find(bytes);
    if (known) return known;
    decoder.add(bytes); // which tells at once
    const packet = decoded!;
    return packet.type === EVENT ? recent.keep(bytes, packet) : packet;
  },
};

/** Socket.IO's default: text, and a frame more for each binary value. */
export function defaultCodec(): Codec {
  const own = new socketIoParser.Encoder();
  const parts = new socketIoParser.Decoder();
  let whole: Packet | null = null;
  parts.on("decoded", (packet) => {
    whole = packet;
  });
  return {
    encode: (packet) => own.encode(packet),
    decode: (frame) => {
      whole = null;
      parts.add(frame);
      return whole;
    },
  };
}
