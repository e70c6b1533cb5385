/** A finding as the keys of its words: the page and the command say the same. */
import type { Check, Finding, Problem } from "./verify";

export interface FindingWords {
  check: Check;
  ok: boolean;
  problem: Problem | null;
  /** The file, or the place in the chain. */
  at: string;
}

export function findingWords(finding: Finding): FindingWords {
  return finding.ok
    ? { check: finding.check, ok: true, problem: null, at: "" }
    : { check: finding.check, ok: false, problem: finding.problem, at: finding.at ?? "" };
}
