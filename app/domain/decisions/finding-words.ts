/** A finding as the keys of its words: the page and the command say the same. */
import type { Check, Finding, Problem, Verified } from "./verify";

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

/** What it all comes to. A bundle that agrees with itself is not called altered when only the seal from elsewhere is another. */
export function conclusionOf({ findings, ok, isUnreadable }: Verified) {
  if (isUnreadable) return "unreadable";
  if (ok) return "ok";
  return findings.every((one) => one.ok || one.check === "known") ? "otherSeal" : "failed";
}
