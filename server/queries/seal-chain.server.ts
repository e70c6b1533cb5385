/** A table's chain of seals as it is now, and the server's own look at one decision's seal (rules Z1–Z4). */
import type { Kysely } from "kysely";
import { utf8 } from "../../app/domain/decisions/bundle";
import { type DecisionContent, SEAL_VERSION, type Seal } from "../../app/domain/decisions/seal";
import { CHAIN_LINKS_MAX } from "../../app/domain/decisions/seal-schema";
import { type Finding, type SealedParts, verifyParts } from "../../app/domain/decisions/verify";
import { meetingNumber } from "../../app/domain/meetings/meeting";
import { canonicalJson } from "../../app/domain/split/canonical";
import type { Database } from "../../db/schema/tables";

/** Every link of the table's chain, from the first. */
export async function sealChain(db: Kysely<Database>, tableId: string, tableSlug: string): Promise<Seal[]> {
  const rows = await db
    .selectFrom("seals")
    .select([
      ...(["place", "kind", "sha256", "content_sha256 as contentSha256"] as const),
      ...(["previous_sha256 as previousSha256", "sealed_at as sealedAt"] as const),
    ])
    .where("table_id", "=", tableId)
    .orderBy("place")
    .limit(CHAIN_LINKS_MAX)
    .execute();
  return rows.map(({ sealedAt, ...row }) => ({
    ...{ version: SEAL_VERSION, table: tableSlug, sealedAt: sealedAt.toISOString(), ...row },
  }));
}

/** Names with their salts, as far as they are not erased. */
async function namesBehind(db: Kysely<Database>, { statedBy, recordedBy }: DecisionContent) {
  const rows = await db
    .selectFrom("sealed_names")
    .select(["name_hash as nameHash", "name", "salt"])
    .where("name_hash", "in", [statedBy.nameHash, recordedBy.nameHash])
    .where("salt", "is not", null)
    .orderBy("name_hash")
    .execute();
  return rows.flatMap(({ salt, ...row }) => (salt === null ? [] : [{ ...row, salt }]));
}

/** What the register's own row says; the page and lists show it. */
export interface RegisterRow {
  tableId: string;
  tableSlug: string;
  number: number;
  year: number;
  outcome: string;
  statedAt: Date;
  place: number;
  /** Canonical JSON as it is kept. */
  content: string;
  /** The frozen text as it is kept. */
  version: string;
}

export interface Evidence {
  parts: SealedParts;
  seal: Seal;
  links: number;
  findings: Finding[];
}

/** The parts of the decision's evidence from their rows, computed again and compared, at this moment. */
export async function evidenceOf(
  db: Kysely<Database>,
  row: RegisterRow,
  content: DecisionContent,
): Promise<Evidence> {
  const [chain, names] = await Promise.all([
    sealChain(db, row.tableId, row.tableSlug),
    namesBehind(db, content),
  ]);
  const seal = chain[row.place - 1];
  if (!seal) throw new Error(`The chain of ${row.tableSlug} has no link ${row.place}.`);
  const parts: SealedParts = {
    "decision.json": utf8(row.content),
    "seal.json": utf8(canonicalJson(seal)),
    "chain.json": utf8(canonicalJson(chain)),
    "version.json": utf8(row.version),
    "names.json": utf8(canonicalJson(names)),
  };
  const { findings } = verifyParts(parts);
  return { parts, seal, links: chain.length, findings: [...findings, registerFinding(row, content)] };
}

/** The row that lists are made of says the same as the seal. */
function registerFinding(row: RegisterRow, content: DecisionContent): Finding {
  const agrees =
    meetingNumber(row) === content.number &&
    row.outcome === content.outcome &&
    row.statedAt.toISOString() === content.statedAt;
  return agrees
    ? { check: "register", ok: true }
    : { check: "register", ok: false, problem: "otherRegister" };
}
