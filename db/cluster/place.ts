/** Where the embedded database lives. */
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { StartProblem } from "../start-problem";
import {
  type Account,
  canEnter,
  copyBinaries,
  installedBinaries,
  runProgram,
  unprivilegedAccount,
} from "./binaries";
import { isAlive } from "./process";
import { loadOrMakeSecrets, type Secrets, saveSecrets } from "./secrets";

export interface Place {
  dataDir: string;
  /** The cluster's own folder. */
  postgresDir: string;
  binaries: string;
  account: Account;
  logFile: string;
  secrets: Secrets;
}

/** The system's folder for what must be reachable by an account that cannot enter DATA_DIR. */
const STATE_FOLDER = "/var/lib/kumppanuuspoyta";

/** One level at a time: Node's own recursive mkdir never returns under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

/** Makes DATA_DIR if it is not there. Throws a StartProblem when it cannot be written to. */
export function openDataDir(dataDir: string): void {
  try {
    if (!existsSync(dataDir)) {
      makeFolder(dataDir);
      if (process.getuid?.() === 0) chmodSync(dataDir, 0o755); // the database's account must pass through
    }
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    if (!existsSync(path.join(dataDir, "."))) throw new Error("not a folder");
    const probe = path.join(dataDir, `.probe-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "error";
    throw new StartProblem(`Cannot write to DATA_DIR ${dataDir} (${code}).`, { cause });
  }
}

/** A folder of the system for this DATA_DIR; a second one when an erased DATA_DIR left an earlier one behind. */
function stateFolder(dataDir: string): string {
  const hash = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  for (let n = 1; ; n++) {
    const folder = path.join(STATE_FOLDER, n === 1 ? hash : `${hash}-${n}`);
    if (!existsSync(path.join(folder, "postgres"))) return folder;
  }
}

/** Decides where files and programs are. `say` gets a line when they are not in DATA_DIR. */
export async function findPlace(dataDir: string, say: (line: string) => void): Promise<Place> {
  openDataDir(dataDir);
  const account = unprivilegedAccount();
  const secrets = loadOrMakeSecrets(dataDir);
  const own = path.join(dataDir, "postgres");
  const reachable = canEnter(account, dataDir);
  if (!secrets.postgresDir && !reachable) {
    if (existsSync(path.join(own, "PG_VERSION")))
      throw new StartProblem(
        `The database in ${own} cannot be reached by the account it runs as: open the folders above it (chmod o+x).`,
      );
    secrets.postgresDir = path.join(stateFolder(dataDir), "postgres");
    saveSecrets(dataDir, secrets);
  }
  const postgresDir = secrets.postgresDir ?? own;
  let binaries = await installedBinaries();
  if (!canEnter(account, path.join(binaries, "bin"))) {
    // Named by the package's version, so that an upgrade brings its own copy.
    const version = JSON.parse(readFileSync(path.join(binaries, "..", "package.json"), "utf8")) as {
      version: string;
    };
    const base = secrets.postgresDir ? path.dirname(secrets.postgresDir) : stateFolder(dataDir);
    binaries = copyBinaries(binaries, path.join(base, `programs-${version.version}`));
  }
  if (secrets.postgresDir)
    say(`Database files are in ${secrets.postgresDir} (the database's account cannot enter ${dataDir}).`);
  return { dataDir, postgresDir, binaries, account, logFile: path.join(dataDir, "postgres.log"), secrets };
}

/** Makes the database cluster if it is not there. It is made aside and renamed, so half of one is never used. */
export function initCluster({ postgresDir, binaries, account, secrets }: Place): void {
  if (existsSync(path.join(postgresDir, "PG_VERSION"))) return;
  const parent = path.dirname(postgresDir);
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  for (const name of readdirSync(parent)) {
    const pid = /^postgres\.new-(\d+)$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(path.join(parent, name), { recursive: true, force: true });
  }
  const fresh = path.join(parent, `postgres.new-${process.pid}`);
  const passwordFile = path.join(fresh, "password");
  const give = (file: string) => {
    if (account.uid !== undefined && account.gid !== undefined) chownSync(file, account.uid, account.gid);
  };
  mkdirSync(path.join(fresh, "cluster"), { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${secrets.superuserPassword}\n`, { mode: 0o600 });
  for (const file of [fresh, path.join(fresh, "cluster"), passwordFile]) give(file);
  const locale = ["--locale=C.UTF-8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const cluster = ["-D", path.join(fresh, "cluster"), "-U", "postgres", "-A", "scram-sha-256"];
  try {
    const args = [
      ...cluster,
      `--pwfile=${passwordFile}`,
      "-E",
      "UTF8",
      ...locale,
      "--text-search-config=finnish",
    ];
    runProgram(binaries, "initdb", args, account, fresh);
    renameSync(path.join(fresh, "cluster"), postgresDir);
  } catch (cause) {
    if (!existsSync(path.join(postgresDir, "PG_VERSION"))) {
      const said = String((cause as { stderr?: Buffer }).stderr ?? cause)
        .trim()
        .split("\n")
        .at(-1);
      throw new StartProblem(`Could not make the database in ${postgresDir}: ${said}`, { cause });
    } // otherwise another start made it at the same moment
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
