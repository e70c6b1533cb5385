/** The configured database, or the embedded one, for a command that is not a server. */
import { existsSync } from "node:fs";
import path from "node:path";
import { BackupProblem } from "../../db/backup/problem";
import { withoutServers } from "../../db/copy-lock";
import { APP_ROLE, startEmbedded } from "../../db/embedded";
import type { Config } from "../config";

export interface OpenedDatabase {
  /** Address as the owner of the schema. */
  url: string;
  /** The role that runs the application, when it is not the owner. */
  appRole: string | null;
  /** Stops the embedded database again if it was started for this. */
  close(): Promise<void>;
}

/** Opens it. `make`: a DATA_DIR without a database gets one. Throws a StartProblem or a BackupProblem with one clear line. */
export async function openForCommand(
  config: Config,
  { make, say }: { make: boolean; say: (line: string) => void },
): Promise<OpenedDatabase> {
  if (config.databaseUrl) return external(config.databaseUrl, config.migrationDatabaseUrl);
  if (!make && !existsSync(path.join(config.dataDir, "secrets.json")))
    throw new BackupProblem(`There is no database in ${config.dataDir}.`);
  const postgres = await startEmbedded({ dataDir: config.dataDir, say });
  // A server may stop its database meanwhile, and must not find it started again.
  postgres.leave();
  return {
    url: postgres.ownerUrl,
    appRole: APP_ROLE,
    close: async () => {
      // A server that started meanwhile has taken this database over.
      if (!postgres.adopted) await withoutServers(postgres.superuserUrl, () => postgres.stop());
    },
  };
}

function external(app: string, migration: string | null): OpenedDatabase {
  const url = migration ?? app;
  const [appUser, owner] = [app, url].map((address) => decodeURIComponent(new URL(address).username));
  return { url, appRole: appUser && appUser !== owner ? appUser : null, close: async () => undefined };
}
