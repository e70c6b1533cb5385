import { StartProblem } from "../start-problem";

/** Why a backup or a restore was not made. The message is the one line a person sees; nothing was changed. */
export class BackupProblem extends StartProblem {
  override name = "BackupProblem";
}
