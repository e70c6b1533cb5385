/** npm run backup and npm run restore: one command, from its arguments to its last line. */
import { backUp } from "../../db/backup/back-up";
import { counted, type Manifest, sized } from "../../db/backup/manifest";
import { checkBackup, restore } from "../../db/backup/restore";
import { StartProblem } from "../../db/start-problem";
import { type Config, loadConfig } from "../config";
import { reaching } from "../databases";
import { type Command, readCommand } from "./arguments";
import { openForCommand } from "./database";

export interface CommandOptions {
  /** "backup" or "restore", and what follows. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** The product's own folder. */
  root: string;
  version: string;
  /** The folder the person stands in. */
  folder: string;
  say: (line: string) => void;
  complain: (line: string) => void;
  /** Cancels; then nothing has changed. */
  signal: AbortSignal;
}

/** Runs the command; resolves with the exit code: 0, 1 when it could not be done, 130 when it was cancelled. */
export async function run(options: CommandOptions): Promise<number> {
  const { env, root, version, folder, complain, signal } = options;
  try {
    const config = loadConfig(env, { root, version });
    const command = readCommand(options.args, { folder, dataDir: config.dataDir, now: new Date() });
    await (command.name === "backup"
      ? makeBackup(config, command, options)
      : doRestore(config, command, options));
    return 0;
  } catch (cause) {
    if (signal.aborted) {
      complain("Cancelled. Nothing was changed.");
      return 130;
    }
    if (cause instanceof StartProblem) complain(cause.message);
    else if ((cause as NodeJS.ErrnoException).syscall) complain(`Not done: ${(cause as Error).message}.`);
    else complain(`Not done: ${(cause as Error).stack ?? String(cause)}`);
    return 1;
  }
}

/** Opens the database, runs the work on it, and leaves it as it was found, running or not. */
async function onDatabase<T>(
  config: Config,
  make: boolean,
  { say }: CommandOptions,
  work: (url: string, appRole: string | null) => Promise<T>,
): Promise<T> {
  const database = await openForCommand(config, { make, say });
  try {
    return await reaching(database.url, () => work(database.url, database.appRole));
  } finally {
    await database.close();
  }
}

async function makeBackup(
  config: Config,
  { file }: Extract<Command, { name: "backup" }>,
  options: CommandOptions,
): Promise<void> {
  const { say, version, signal } = options;
  const made = await onDatabase(config, false, options, (url) => backUp({ url, file, version, say, signal }));
  for (const flaw of made.flaws) options.complain(`Wrong in the database already: ${flaw}`);
  say(`Backup ready: ${file} (${sized(made.fileBytes)}; ${inside(made)})`);
}

async function doRestore(
  config: Config,
  { file, replace }: Extract<Command, { name: "restore" }>,
  options: CommandOptions,
): Promise<void> {
  const { say, signal } = options;
  const manifest = await checkBackup(file, signal);
  const { createdAt, version, migrations } = manifest;
  say(`${file} is whole: made ${createdAt} by version ${version}, ${migrations.at(-1)}; ${inside(manifest)}`);
  for (const flaw of manifest.flaws)
    options.complain(`Wrong in the database already when it was made: ${flaw}`);
  const lost = await onDatabase(config, true, options, (url, appRole) =>
    restore({ url, appRole, file, replace, say, signal }, manifest),
  );
  const replaced = [...lost].map(([name, rows]) => counted(rows, `row of ${name}`, `rows of ${name}`));
  if (replaced.length) say(`Replaced: ${replaced.join(", ")}.`);
  say("Restored. Everybody signs in again.");
}

/** What a person looks for first. */
function inside({ tables }: Manifest): string {
  const rows = (name: string) => tables.find((table) => table.name === name)?.rows ?? 0;
  return [
    counted(rows("persons"), "person", "people"),
    counted(rows("drafts"), "draft"),
    counted(rows("versions"), "version"),
    counted(rows("document_updates"), "change"),
  ].join(", ");
}
