/**
 * Randomness and time of a simulated run. Imported before everything else (setupFiles): lib0 keeps hold of
 * getRandomValues when it is loaded. Outside a run all is real.
 */
import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { enterVirtualTime, leaveVirtualTime } from "./virtual-clock";

const realMathRandom = Math.random;
let random: (() => number) | null = null;

function fill<T extends ArrayBufferView>(view: T, next: () => number): T {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  for (let n = 0; n < bytes.length; n++) bytes[n] = Math.floor(next() * 256);
  return view;
}

function uuid(next: () => number): `${string}-${string}-${string}-${string}-${string}` {
  const bytes = fill(new Uint8Array(16), next);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** In a run: the seeded one; otherwise the real one. */
function either<F extends (...args: never[]) => unknown>(
  real: F,
  seeded: (next: () => number, ...args: Parameters<F>) => ReturnType<F>,
): F {
  return ((...args: Parameters<F>) => (random ? seeded(random, ...args) : real(...args))) as F;
}

const web = crypto.webcrypto;
const define = (target: object, name: string, value: unknown) =>
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
define(
  web,
  "getRandomValues",
  either(web.getRandomValues.bind(web) as never, (next, view: never) => fill(view, next) as never),
);
define(web, "randomUUID", either(web.randomUUID.bind(web), uuid));
define(crypto, "randomUUID", either(crypto.randomUUID as () => string, uuid));
const realRandomInt = crypto.randomInt as (min: number, max: number) => number;
define(
  crypto,
  "randomInt",
  either(realRandomInt, (next, min, max) => min + Math.floor(next() * (max - min))),
);
syncBuiltinESMExports();
Math.random = () => (random ?? realMathRandom)();

/** The moment at which every run begins. */
const BEGIN = Date.UTC(2026, 10, 22, 8, 0, 0);

/** Runs the story in virtual time with seeded randomness. */
export async function simulate<T>(next: () => number, story: () => Promise<T>): Promise<T> {
  enterVirtualTime(BEGIN);
  random = next;
  try {
    return await story();
  } finally {
    random = null;
    leaveVirtualTime();
  }
}
