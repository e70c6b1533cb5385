/** Ours without a database: the log in memory, everyone may edit everything. */
import type { Kysely } from "kysely";
import type { Database } from "../../../../db/schema/tables";
import type { GatewayOptions } from "../../../../server/collab/gateway-options";
import { MemoryLog } from "../../../../server/collab/log/memory-log";
import type { Viewer } from "../../../../server/session.server";
import { kindOf } from "./kinds";
import { personId, personName, personOf, sessionHash } from "./people";

type Form = Pick<
  GatewayOptions,
  "db" | "sessions" | "access" | "updateLog" | "leaseKey" | "shared" | "background"
>;

export function memoryForm(): Form {
  const log = new MemoryLog();
  return {
    db: null as unknown as Kysely<Database>, // nothing that runs here asks it
    leaseKey: new Uint8Array(32).fill(7),
    shared: false,
    background: false,
    updateLog: log,
    sessions: {
      read: async (cookie) => {
        const n = personOf(cookie);
        return { viewer: n === null ? null : viewerOf(n) };
      },
      alive: async (hashes) => new Set(hashes),
    },
    access: {
      rights: async (seats) =>
        seats.map(({ documentId }) => {
          log.create(documentId, kindOf(documentId));
          return { access: "edit", party: { id: documentId, shortName: "Liperi", color: 3 } };
        }),
    },
  };
}

const viewerOf = (n: number): Viewer => ({
  personId: personId(n),
  name: personName(n),
  language: "fi",
  isAdministrator: false,
  demoSeat: null,
  sessionHash: sessionHash(n),
  provenAt: new Date(),
});
