/** Passwords: argon2id, a few at a time. Built once in server/index.ts and handed on as services.passwords. */
import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's least parameters of argon2id (the library's default algorithm); each hash takes 19 MiB while it runs. */
const PARAMETERS = { memoryCost: 19456, timeCost: 2, parallelism: 1 };
/** Hashes at the same time: more would take memory and both cores from the meeting that is going on. */
const AT_ONCE_MAX = 2;
/** Sign-ins that may wait for their turn; the rest are asked to try again (429). */
const WAITING_MAX = 50;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** False for a null hash, after the same work as for a real one: nobody learns which accounts exist. */
  verify(storedHash: string | null, password: string): Promise<boolean>;
}

/** Thrown when too many wait already; routes answer 429. */
export class PasswordsBusy extends Error {
  override name = "PasswordsBusy";
}

/** The one place where passwords are hashed and compared. */
export function createPasswords(): Passwords {
  let running = 0;
  const waiting: (() => void)[] = [];
  // Nobody's password: compared against where there is no account.
  let nobodys: Promise<string> | null = null;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= AT_ONCE_MAX) {
      if (waiting.length >= WAITING_MAX) throw new PasswordsBusy();
      await new Promise<void>((start) => waiting.push(start)); // the one that ends hands its place on
    } else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  }

  return {
    hash: (password) => inTurn(() => hash(password, PARAMETERS)),
    verify: (storedHash, password) =>
      inTurn(async () => {
        nobodys ??= hash(randomBytes(32), PARAMETERS);
        const matches = await verify(storedHash ?? (await nobodys), password);
        return storedHash !== null && matches;
      }),
  };
}
