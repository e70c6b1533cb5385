/** What was asked for on the command line. */
import path from "node:path";
import { BackupProblem } from "../../db/backup/problem";

export type Command = { name: "backup"; file: string } | { name: "restore"; file: string; replace: boolean };

const USAGE = {
  backup: "npm run backup [-- file]",
  restore: "npm run restore -- file [--replace]",
};

export interface Standing {
  /** The folder that relative names start from. */
  folder: string;
  /** Where backups without a name go. */
  dataDir: string;
  now: Date;
}

/** Reads the arguments. Throws a BackupProblem that says how the command is used. */
export function readCommand(args: string[], { folder, dataDir, now }: Standing): Command {
  const [name, ...rest] = args;
  if (name !== "backup" && name !== "restore") throw new BackupProblem(`${USAGE.backup}\n${USAGE.restore}`);
  const files = rest.filter((argument) => !argument.startsWith("-"));
  const flags = rest.filter((argument) => argument.startsWith("-"));
  const known = name === "restore" ? ["--replace"] : [];
  const wrong = flags.some((flag) => !known.includes(flag)) || files.length > 1;
  if (wrong || (name === "restore" && files.length === 0)) throw new BackupProblem(`Usage: ${USAGE[name]}`);
  const given = files[0] ? path.resolve(folder, files[0]) : null;
  if (name === "restore") return { name, file: given ?? "", replace: flags.includes("--replace") };
  return { name, file: given ?? path.join(dataDir, "backups", defaultName(now)) };
}

/** To the second, in UTC; names sort by time. */
function defaultName(now: Date): string {
  const at = now.toISOString().slice(0, 19).replaceAll(":", "-");
  return `kumppanuuspoyta-${at}Z.tar.gz`;
}
