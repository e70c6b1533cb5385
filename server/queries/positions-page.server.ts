/** The page of positions, party × category, and one proposal that came of it. */
import { FINDER_GROUPS } from "../../app/domain/positions/finder";
import type { Split } from "../../app/domain/split/split";
import type { PartyColumn, PositionsData, ProposalData } from "../../app/protocol/positions-data";
import { mayDo, notFound } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { type DraftFrame, draftFrame } from "./draft-frame.server";
import { draftSubjects } from "./draft-subjects.server";
import { liveContent } from "./live-content.server";
import { ownParty } from "./own-party.server";
import type { TableParty } from "./party-people.server";
import { latestRequest, type Standing, standing } from "./position-standing.server";
import { readableDraft } from "./readable-draft.server";
import { frozenVersion } from "./version-content.server";

/** The matrix with its finder: a fixed number of statements, however large it is. */
export async function positionsPage(
  services: Services,
  viewer: Viewer,
  slug: string,
): Promise<PositionsData & { frame: DraftFrame }> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const { content, subjects } = await draftSubjects(services, draft);
  const now = await standing(services.db, draft, subjects);
  const [request, proposals, frame] = await Promise.all([
    latestRequest(services.db, draft.id, now),
    proposalsOf(services, draft.id),
    draftFrame(services, draft, actor, content),
  ]);
  const own = ownParty(actor, draft, now.parties);
  return {
    frame,
    parties: now.parties.map(columnOf),
    rows: rowsOf(now),
    whole: now.cells(null),
    finder: now.finder,
    wholeGroup: now.wholeGroup,
    frozen: subjects.frozen,
    request,
    proposals,
    own: own && {
      slug: own.party.slug,
      shortName: own.party.shortName,
      genitive: own.party.genitive,
      maySpeak: own.maySpeak,
    },
    abilities: {
      ask: mayDo(actor, "positions.ask", draft),
      enterTold: mayDo(actor, "position.enterTold", draft),
      makeProposal: mayDo(actor, "proposal.make", draft),
    },
  };
}

export function columnOf({ id, slug, name, shortName, color }: TableParty): PartyColumn {
  return { id, slug, name, shortName, color };
}

function rowsOf({ categories, cells, groupOf }: Standing): PositionsData["rows"] {
  const rows = categories.map(({ id, label, sides, question }) => ({
    categoryId: id,
    label,
    sides,
    hasQuestion: question !== null,
    group: groupOf(id),
    cells: cells(id),
  }));
  return FINDER_GROUPS.flatMap((group) => rows.filter((row) => row.group === group));
}

function proposalRows({ db }: Services, draftId: string) {
  return db
    .selectFrom("proposals")
    .innerJoin("versions", "versions.id", "proposals.version_id")
    .innerJoin("persons", "persons.id", "proposals.made_by")
    .select(["proposals.id", "proposals.text", "proposals.category_ids as categoryIds"])
    .select(["versions.number as version", "persons.name as madeBy", "proposals.created_at as createdAt"])
    .where("proposals.draft_id", "=", draftId);
}

/** The newest first. */
async function proposalsOf(services: Services, draftId: string): Promise<PositionsData["proposals"]> {
  const rows = await proposalRows(services, draftId).orderBy("proposals.n", "desc").execute();
  return rows.map(({ createdAt, ...row }) => ({ ...row, madeAt: createdAt.toISOString() }));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One proposal, with its categories as they stand in its version. 404 for one that is not of this draft. */
export async function proposalPage(
  services: Services,
  viewer: Viewer,
  slug: string,
  id: string,
): Promise<ProposalData & { frame: DraftFrame }> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  if (!UUID.test(id)) throw notFound();
  const row = await proposalRows(services, draft.id).where("proposals.id", "=", id).executeTakeFirst();
  if (!row) throw notFound();
  const [version, live] = await Promise.all([
    frozenVersion(services, draft.id, row.version),
    liveContent(services, draft),
  ]);
  return {
    frame: await draftFrame(services, draft, actor, live.content),
    id: row.id,
    text: row.text,
    version: { number: version.number, label: version.label, sha256: version.sha256 },
    categories: categoriesIn(version.split, row.categoryIds),
    madeBy: row.madeBy,
    madeAt: row.createdAt.toISOString(),
  };
}

function categoriesIn(split: Split, ids: string[]): ProposalData["categories"] {
  const wanted = split.categories.filter(({ id }) => ids.includes(id));
  return wanted.map(({ id, label, sides }) => ({ id, label, sides }));
}
