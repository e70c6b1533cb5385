/**
 * The chain of seals (rules D5–D7): each seal is the sha256 of a header that holds the hash of its content and the hash of the seal
 * before. A later change of a content, a header or the order can be detected by whoever kept one of the hashes.
 */
import type { PositionValue } from "../positions/position";
import { canonicalJson, sha256Hex } from "../split/canonical";
import type { DecisionOutcome, DecisionStatementKind, How } from "./decision";

export const SEAL_VERSION = 1;
export type SealKind = "decision" | "minutes";

/** What is hashed into a seal, as canonical JSON (RFC 8785). */
export interface SealHeader {
  version: typeof SEAL_VERSION;
  /** The table's slug. */
  table: string;
  /** In the table's chain, from 1. */
  place: number;
  kind: SealKind;
  contentSha256: string;
  previousSha256: string | null;
  /** ISO time. */
  sealedAt: string;
}
export interface Seal extends SealHeader {
  sha256: string;
}

/** A person in a seal: the role, the party, and a hash that only the name with its salt gives. */
export interface SealedPerson {
  role: string;
  /** The party's slug, or null. */
  party: string | null;
  nameHash: string;
}

/** The content of a decision's seal (rule D5). Times are ISO, parties are slugs. */
export interface DecisionContent {
  kind: "decision";
  decisionId: string;
  number: string;
  table: { slug: string; name: string };
  region: string;
  meeting: { slug: string; number: string; item: { number: number; title: string } | null } | null;
  text: string;
  draft: { slug: string; title: string };
  /** The frozen text, and where it stands in the log. */
  frozenVersion: { number: number; sha256: string; logPosition: number };
  openedAt: string;
  entitled: string[];
  quorum: number;
  silence: "waits" | "consents";
  positions: {
    party: string;
    value: PositionValue | null;
    reason: string;
    how: How | "silence";
    givenAt: string | null;
    isExample: boolean;
  }[];
  statements: {
    party: string;
    kind: DecisionStatementKind;
    text: string;
    givenAt: string;
    isExample: boolean;
  }[];
  /** Parties present when the outcome was stated; null for a decision between meetings. */
  presentParties: string[] | null;
  outcome: DecisionOutcome;
  statedAt: string;
  statedBy: SealedPerson;
  recordedBy: SealedPerson;
  /** The decision that this one corrects, with its seal (rule D6). */
  corrects: { decisionId: string; sha256: string } | null;
  isExample: boolean;
}

/** The content of approved minutes' seal (rule M4). */
export interface MinutesContent {
  kind: "minutes";
  meeting: { slug: string; number: string };
  table: { slug: string; name: string };
  frozenVersion: { draft: string; number: number; sha256: string };
  approvals: (SealedPerson & { approvedAt: string })[];
  approvedAt: string;
  isExample: boolean;
}

/**
 * sha256 of the name with its salt: when the salt is thrown away nobody can tell the name from it. Name and salt stand in sealed_names
 * until they are erased; server/commands/decisions/sealed-person.server.ts makes both, a fresh salt for every seal.
 */
export const nameHash = (name: string, salt: string): string => sha256Hex(`${salt}\n${name}`);

/** The content as it is hashed and kept. */
export const canonicalSealContent = (content: DecisionContent | MinutesContent): string =>
  canonicalJson(content);

/** The seal of a header. */
export function sealOf(header: SealHeader): Seal {
  const { version, table, place, kind, contentSha256, previousSha256, sealedAt } = header;
  const hashed: SealHeader = { version, table, place, kind, contentSha256, previousSha256, sealedAt };
  return { ...hashed, sha256: sha256Hex(canonicalJson(hashed)) };
}
