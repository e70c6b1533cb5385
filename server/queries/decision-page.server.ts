/** A sealed decision with everything that is told of it. */
import type { DecisionContent, Seal, SealedPerson } from "../../app/domain/decisions/seal";
import { parseDecisionContent } from "../../app/domain/decisions/seal-schema";
import type { Finding, SealedParts } from "../../app/domain/decisions/verify";
import type { Localized } from "../../app/domain/languages";
import { meetingNumber } from "../../app/domain/meetings/meeting";
import { paths } from "../../app/paths";
import { loadActor, mayDo, notFound } from "../authorize.server";
import { type QrCode, qrCode } from "../qr-code.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { evidenceOf } from "./seal-chain.server";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Another decision that this one corrects, or that corrects this one (rule D6). */
export interface OtherDecision {
  id: string;
  number: string;
}
export interface SealedName extends SealedPerson {
  /** Null when it was erased. */
  name: string | null;
}
export interface DecisionPage {
  id: string;
  content: DecisionContent;
  seal: Seal;
  /** Of the chain now. */
  links: number;
  table: { slug: string; name: Localized };
  region: Localized;
  draft: { slug: string; title: Localized };
  /** Slugs of parties to what people call them. */
  parties: Record<string, { shortName: string; name: Localized; color: number }>;
  statedBy: SealedName;
  recordedBy: SealedName;
  corrects: OtherDecision | null;
  correctedBy: OtherDecision[];
  /** The server's own look, made now. */
  findings: Finding[];
  checkedAt: string;
  address: string;
  code: QrCode;
  may: { correct: boolean; eraseName: boolean };
}
export interface DecisionEvidence {
  page: DecisionPage;
  parts: SealedParts;
}

/** 404 for one that the viewer may not read. Throws for a content that is none of ours: it is never shown as if it were whole. */
export async function decisionEvidence(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  id: string,
): Promise<DecisionEvidence> {
  const { db } = services;
  const row = UUID.test(id) ? await registerRow(services, id) : undefined;
  const actor = await loadActor(services, viewer.personId);
  if (!row || !mayDo(actor, "decision.read", row)) throw notFound();
  const content = parseDecisionContent(row.content);
  const [evidence, parties, corrections, names] = await Promise.all([
    evidenceOf(db, row, content),
    partiesIn(services, row.regionId, content),
    correctionsOf(services, row.id, row.correctsId),
    namesOf(services, content),
  ]);
  const address = new URL(paths.decision(row.id), services.config.publicOrigin).href;
  const named = (person: SealedPerson) => ({ ...person, name: names.get(person.nameHash) ?? null });
  const page: DecisionPage = {
    ...{ id: row.id, content, seal: evidence.seal, links: evidence.links, parties, ...corrections },
    table: { slug: row.tableSlug, name: row.tableName },
    draft: { slug: row.draftSlug, title: row.draftTitle },
    ...{ region: row.regionName, findings: evidence.findings, checkedAt: services.clock().toISOString() },
    ...{ statedBy: named(content.statedBy), recordedBy: named(content.recordedBy) },
    ...{ address, code: qrCode(address) },
    may: {
      correct: mayDo(actor, "decision.propose", row),
      eraseName: mayDo(actor, "decision.eraseName", row),
    },
  };
  return { page, parts: evidence.parts };
}

export const decisionPage = async (services: Services, viewer: Pick<Viewer, "personId">, id: string) =>
  (await decisionEvidence(services, viewer, id)).page;

const registerRow = ({ db }: Services, id: string) =>
  db
    .selectFrom("decisions as d")
    .innerJoin("seals", "seals.id", "d.seal_id")
    .innerJoin("proposed_decisions as p", "p.id", "d.proposed_decision_id")
    .innerJoin("versions as v", "v.id", "p.version_id")
    .innerJoin("drafts", "drafts.id", "p.draft_id")
    .innerJoin("tables as t", "t.id", "d.table_id")
    .innerJoin("regions as r", "r.id", "t.region_id")
    .select(["d.id", "d.table_id as tableId", "d.number", "d.year", "d.outcome", "d.stated_at as statedAt"])
    .select(["d.corrects_id as correctsId", "seals.place", "seals.content", "v.content as version"])
    .select(["t.slug as tableSlug", "t.name as tableName", "t.region_id as regionId"])
    .select(["r.name as regionName", "drafts.slug as draftSlug", "drafts.title as draftTitle"])
    .where("d.id", "=", id)
    .executeTakeFirst();

async function partiesIn(
  { db }: Services,
  regionId: string,
  content: DecisionContent,
): Promise<DecisionPage["parties"]> {
  const slugs = new Set([
    ...content.positions.map(({ party }) => party),
    ...content.statements.map(({ party }) => party),
    ...(content.presentParties ?? []),
    ...[content.statedBy.party, content.recordedBy.party].filter((slug) => slug !== null),
  ]);
  if (slugs.size === 0) return {};
  const rows = await db
    .selectFrom("parties")
    .select(["slug", "short_name as shortName", "name", "color"])
    .where("region_id", "=", regionId)
    .where("slug", "in", [...slugs])
    .execute();
  return Object.fromEntries(rows.map(({ slug, ...party }) => [slug, party]));
}

async function correctionsOf(
  { db }: Services,
  id: string,
  correctsId: string | null,
): Promise<Pick<DecisionPage, "corrects" | "correctedBy">> {
  const rows = await db
    .selectFrom("decisions")
    .select(["id", "number", "year", "corrects_id as correctsId"])
    .where((w) =>
      w.or([w("corrects_id", "=", id), ...(correctsId === null ? [] : [w("id", "=", correctsId)])]),
    )
    .orderBy("n")
    .execute();
  const told = (row: (typeof rows)[number]): OtherDecision => ({ id: row.id, number: meetingNumber(row) });
  const corrected = rows.find((row) => row.id === correctsId);
  return {
    corrects: corrected ? told(corrected) : null,
    correctedBy: rows.filter((row) => row.correctsId === id).map(told),
  };
}

async function namesOf({ db }: Services, { statedBy, recordedBy }: DecisionContent) {
  const rows = await db
    .selectFrom("sealed_names")
    .select(["name_hash as hash", "name"])
    .where("name_hash", "in", [statedBy.nameHash, recordedBy.nameHash])
    .where("erased_at", "is", null)
    .execute();
  return new Map(rows.map(({ hash, name }) => [hash, name]));
}
