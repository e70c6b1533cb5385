/** Whether links follow each other as they were sealed (rules Z1, Z2). */
import { type Seal, sealOf } from "./seal";

export type ChainProblem = "order" | "table" | "hash" | "link";
export interface BrokenLink {
  /** The place where it stands in the list, from 1. */
  place: number;
  problem: ChainProblem;
}

/**
 * The first link that does not follow, or null: places run 1, 2, 3 … in one table's chain, each link has the hash of its own header,
 * and names the hash of the link before.
 */
export function brokenLink(chain: readonly Seal[]): BrokenLink | null {
  for (const [index, link] of chain.entries()) {
    const place = index + 1;
    const before = chain[index - 1];
    if (link.table !== chain[0]!.table) return { place, problem: "table" };
    if (link.place !== place) return { place, problem: "order" };
    if (sealOf(link).sha256 !== link.sha256) return { place, problem: "hash" };
    if (link.previousSha256 !== (before?.sha256 ?? null)) return { place, problem: "link" };
  }
  return null;
}
