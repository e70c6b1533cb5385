/**
 * Bytes on the wire. The msgpack parser takes binary only as a Buffer in Node and as an ArrayBuffer in a
 * browser (a Uint8Array would be written as an object, or with the whole of a shared buffer), so every
 * sender goes through `toWire` and every reader through `fromWire`.
 */

/** Bytes in the form the parser of this environment writes as msgpack binary. */
export function toWire(bytes: Uint8Array): Uint8Array {
  if (typeof Buffer !== "undefined") return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.slice().buffer as unknown as Uint8Array;
}

/** A copy of what arrived, free of the message's buffer. Throws TypeError for anything but binary. */
export function fromWire(value: unknown): Uint8Array {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (value instanceof Uint8Array) return new Uint8Array(value);
  throw new TypeError("binary expected");
}
