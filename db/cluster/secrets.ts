/** The secrets that open the embedded database, in DATA_DIR/secrets.json. */
import { randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { StartProblem } from "../start-problem";

/** What is kept in DATA_DIR/secrets.json, readable by its owner only. */
export interface Secrets {
  superuserPassword: string;
  ownerPassword: string;
  appPassword: string;
  /** The port the database last listened on. */
  port: number;
  /** Where the database files are when they are not in DATA_DIR. */
  postgresDir?: string;
}

const secretsFile = (dataDir: string) => path.join(dataDir, "secrets.json");

/** Saves the secrets so that a crash leaves the old file or the new one, never half of one. */
export function saveSecrets(dataDir: string, secrets: Secrets): void {
  const unfinished = `${secretsFile(dataDir)}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, secretsFile(dataDir));
}

/** The secrets of this DATA_DIR, made at its first start. Throws a StartProblem when they are missing or broken. */
export function loadOrMakeSecrets(dataDir: string): Secrets {
  const file = secretsFile(dataDir);
  if (!existsSync(file)) {
    if (existsSync(path.join(dataDir, "postgres", "PG_VERSION")))
      throw new StartProblem(`${dataDir} holds a database, but its passwords (${file}) are missing.`);
    const secret = () => randomBytes(24).toString("base64url");
    const made = { superuserPassword: secret(), ownerPassword: secret(), appPassword: secret(), port: 0 };
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
    try {
      linkSync(unfinished, file); // of two first starts at once, one makes the secrets and both use them
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    } finally {
      rmSync(unfinished, { force: true });
    }
  }
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Secrets;
  } catch (cause) {
    throw new StartProblem(`Cannot read ${file}: it is not whole JSON.`, { cause });
  }
}
