/** COPY through the driver (postgres 3.4), around two holes that it has. */

import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import type { Transaction } from "./connection";

/** What a query answers, in COPY's text format, in pieces of whole lines. */
export async function* copyOut(trx: Transaction, query: string): AsyncGenerator<Uint8Array> {
  const rows = (await trx.unsafe(`copy (${query}) to stdout`).readable()) as Readable;
  for await (const chunk of rows) yield chunk as Uint8Array;
  // The driver pauses its socket while the reader is behind, and resumes it when the stream asks for more. A stream
  // that ended meanwhile never asks again, and no answer would ever be heard on this connection: asked on its behalf.
  rows._read(0);
}

/** Rows on their way into a table. */
export interface CopyIn {
  /** Takes a piece of COPY's text format. Throws when the database has refused something before. */
  write(piece: Uint8Array): Promise<void>;
  /** Resolves when the database has taken everything. */
  end(): Promise<void>;
}

/** Begins to fill `into`: a table with its columns, as SQL. */
export async function copyIn(trx: Transaction, into: string): Promise<CopyIn> {
  const query = trx.unsafe(`copy ${into} from stdin`);
  const copy = (await query.writable()) as Writable;
  let refusal: unknown;
  // The driver answers with the stream, and gives what goes wrong later to a promise that is settled.
  const reject = (error: unknown) => {
    refusal ??= error;
  };
  Object.assign(query, { reject });
  copy.on("error", () => undefined); // told by the call that meets it
  return {
    write: (piece) =>
      new Promise((resolve, reject) => {
        copy.write(piece, (error) => (error ? reject(refusal ?? copy.errored ?? error) : resolve()));
      }),
    end: async () => {
      if (copy.errored) throw refusal ?? copy.errored;
      copy.end();
      await turn();
      // An error that comes at the end, as one of a foreign key does, never reaches the stream. The next statement
      // meets it: its transaction is broken.
      await trx`select 1`.catch((cause) => {
        throw refusal ?? cause;
      });
      if (!copy.writableFinished) await once(copy, "finish");
    },
  };
}
