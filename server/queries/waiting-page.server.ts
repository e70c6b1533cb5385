/** What waits for a person: positions, statements and decisions asked, mentions, suggestions to settle. */

import { readText } from "../../app/collab/documents/text-document";
import type { DraftKind } from "../../app/domain/drafts";
import { inLanguage, type Language, type Localized } from "../../app/domain/languages";
import type { Actor, DraftState } from "../../app/domain/policy";
import { mayDo } from "../authorize.server";
import { dayOf } from "../finnish-day.server";
import type { Services } from "../services";
import { decisionsWaiting } from "./decisions-waiting.server";
import { draftSubjects, type Subject } from "./draft-subjects.server";
import { latestOfParty } from "./position-rows.server";
import { suggestionAuthors } from "./suggestion-authors.server";
import { pathOfItem, toldItem, toldItems, wordsOfItem } from "./told-items.server";

export interface Waiting {
  positions: {
    slug: string;
    draft: string;
    party: string;
    missing: number;
    dueOn: string;
    isLate: boolean;
    isToday: boolean;
  }[];
  statements: {
    slug: string;
    round: string;
    party: string;
    partySlug: string;
    dueOn: string;
    isLate: boolean;
    isToday: boolean;
  }[];
  decisions: {
    id: string;
    /** The text under decision. */
    text: string;
    party: string;
    /** Null where the meeting itself is the deadline. */
    due: { dueOn: string; isLate: boolean; isToday: boolean } | null;
  }[];
  mentions: { id: string; key: string; values: Record<string, string>; excerpt: string; at: string }[];
  suggestions: { slug: string; draft: string; count: number }[];
}

/** Mentions and answers shown on the home page; the others are among the notifications. */
export const MENTIONS_MAX = 5;

export async function waitingFor(services: Services, actor: Actor, language: Language): Promise<Waiting> {
  const today = dayOf(services.clock());
  const tables = [...new Set(actor.seats.map(({ tableId }) => tableId))];
  if (tables.length === 0)
    return { positions: [], statements: [], decisions: [], mentions: [], suggestions: [] };
  const due = (dueOn: string) => ({ dueOn, isLate: dueOn < today, isToday: dueOn === today });
  const [positions, statements, decisions, mentions, suggestions] = await Promise.all([
    positionsAsked(services, actor, tables, language),
    statementsDue(services, actor, tables),
    decisionsWaiting(services, actor, tables),
    mentionsOf(services, actor.personId, language),
    openSuggestions(services, actor, tables, language),
  ]);
  const parties = await partyNames(
    services,
    decisions.map(({ partyId }) => partyId),
  );
  return {
    positions: positions.map((one) => ({ ...one, ...due(one.dueOn) })),
    statements: statements.map((one) => ({ ...one, ...due(one.dueOn) })),
    decisions: decisions.map(({ id, text, partyId, dueOn }) => ({
      ...{ id, text, party: inLanguage(parties.get(partyId)!, language), due: dueOn ? due(dueOn) : null },
    })),
    mentions,
    suggestions,
  };
}

/** Requests whose categories have no position of the party's that stands on the present text. */
async function positionsAsked(services: Services, actor: Actor, tables: string[], language: Language) {
  const rows = await services.db
    .selectFrom("position_requests as q")
    .innerJoin("drafts as d", "d.id", "q.draft_id")
    .innerJoin("tables as t", "t.id", "d.table_id")
    .distinctOn("d.id")
    .select([
      "d.id",
      "d.slug",
      "d.kind",
      "d.title",
      "d.state",
      "d.document_id",
      "d.table_id",
      "t.region_id",
      "q.due_on",
    ])
    .where("d.table_id", "in", tables)
    .where("d.state", "!=", "archived")
    .orderBy("d.id")
    .orderBy("q.created_at", "desc")
    .execute();
  const asked = await Promise.all(
    rows.map(async (row) => {
      const parties = partiesOf(actor, row.table_id, true);
      const own = await Promise.all(
        parties.map(async (partyId) => {
          const missing = await missingOf(
            services,
            { id: row.id, documentId: row.document_id, kind: row.kind },
            partyId,
          );
          return { partyId, missing };
        }),
      );
      return own
        .filter(({ missing }) => missing > 0)
        .map(({ partyId, missing }) => ({ row, partyId, missing }));
    }),
  );
  const flat = asked.flat();
  const names = await partyNames(
    services,
    flat.map(({ partyId }) => partyId),
  );
  return flat
    .map(({ row, partyId, missing }) => ({
      slug: row.slug,
      draft: inLanguage(row.title, language),
      party: inLanguage(names.get(partyId)!, language),
      missing,
      dueOn: row.due_on,
    }))
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
}

/** Parties for which the person sits at a table; those whose word they give, when they must speak. */
const partiesOf = ({ seats }: Actor, tableId: string, speaks: boolean) => [
  ...new Set(
    seats.flatMap((seat) =>
      seat.tableId === tableId && seat.partyId && seat.role !== "observer" && (seat.speaks || !speaks)
        ? [seat.partyId]
        : [],
    ),
  ),
];

async function missingOf(
  services: Services,
  draft: { id: string; documentId: string; kind: DraftKind },
  partyId: string,
) {
  try {
    const { subjects } = await draftSubjects(services, draft);
    const given = await latestOfParty(services.db, draft.id, partyId);
    const asked: Subject[] =
      subjects.asked === "whole"
        ? subjects.frozen
          ? [null]
          : []
        : subjects.split.categories.flatMap(({ id, status }) => (status === "removed" ? [] : [id]));
    return asked.filter((subject) => {
      const hash = subjects.text(subject)?.hash;
      return !given.some((row) => row.categoryId === subject && row.value && row.contentHash === hash);
    }).length;
  } catch (error) {
    services.log.warn({ err: error }, "a draft could not be read for the home page");
    return 0; // its own page tells what is wrong
  }
}

async function partyNames({ db }: Services, ids: string[]): Promise<Map<string, Localized>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("parties").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Open rounds that wait for a statement of a party of theirs. */
async function statementsDue({ db }: Services, actor: Actor, tables: string[]) {
  const rows = await db
    .selectFrom("statement_rounds as r")
    .innerJoin("round_recipients as c", "c.round_id", "r.id")
    .innerJoin("parties as p", "p.id", "c.party_id")
    .select(["r.slug", "r.title", "r.table_id", "r.due_on", "c.let_in_until", "c.party_id"])
    .select(["p.slug as party_slug", "p.name"])
    .where("r.table_id", "in", tables)
    .where("r.closed_at", "is", null)
    .where((w) =>
      w.not(
        w.exists(
          w
            .selectFrom("statements as s")
            .select("s.id")
            .whereRef("s.round_id", "=", "r.id")
            .whereRef("s.party_id", "=", "c.party_id")
            .where((v) =>
              v.or([v("c.asked_again_at", "is", null), v("s.sent_at", ">", v.ref("c.asked_again_at"))]),
            ),
        ),
      ),
    )
    .orderBy("r.due_on")
    .execute();
  return rows
    .filter((row) => partiesOf(actor, row.table_id, false).includes(row.party_id))
    .map((row) => ({
      slug: row.slug,
      round: row.title,
      party: row.name.fi,
      partySlug: row.party_slug,
      dueOn: row.let_in_until ?? row.due_on,
    }));
}

async function mentionsOf({ db }: Services, personId: string, language: Language) {
  const rows = await toldItems(db)
    .where("n.person_id", "=", personId)
    .where("n.read_at", "is", null)
    .where("n.kind", "in", ["mention", "reply", "positionTold"])
    .orderBy("n.n", "desc")
    .limit(MENTIONS_MAX)
    .execute();
  return rows.map(toldItem).map((item) => ({
    id: item.id,
    ...wordsOfItem(item, language, "?"),
    to: pathOfItem(item),
    excerpt: typeof item.detail.excerpt === "string" ? item.detail.excerpt : "",
    at: item.createdAt.toISOString(),
  }));
}

/** Drafts with suggestions that the person may settle and has not made; in a text, those that stand in it now. */
async function openSuggestions(services: Services, actor: Actor, tables: string[], language: Language) {
  const { db } = services;
  const drafts = db
    .selectFrom("drafts as d")
    .innerJoin("tables as t", "t.id", "d.table_id")
    .select(["d.slug", "d.title", "d.state", "d.members_edit", "d.table_id", "t.region_id", "d.document_id"])
    .where("d.table_id", "in", tables)
    .groupBy(["d.id", "t.id"]);
  const [splits, texts] = await Promise.all([
    drafts
      .innerJoin("suggestions as s", "s.draft_id", "d.id")
      .leftJoin("suggestion_fates as f", "f.suggestion_id", "s.id")
      .select((w) => w.fn.countAll<number>().as("count"))
      .where("f.suggestion_id", "is", null)
      .where("s.author_id", "!=", actor.personId)
      .execute(),
    drafts
      .where("d.kind", "=", "text")
      .where("d.state", "=", "open")
      .where((w) =>
        w.exists(
          w
            .selectFrom("text_suggestions as s")
            .select("s.id")
            .whereRef("s.document_id", "=", "d.document_id")
            .where("s.author_id", "!=", actor.personId),
        ),
      )
      .execute(),
  ]);
  const maySettle = (row: (typeof texts)[number]) =>
    mayDo(actor, "draft.edit", {
      tableId: row.table_id,
      regionId: row.region_id,
      state: row.state as DraftState,
      membersEdit: row.members_edit,
    });
  const inTexts = await Promise.all(
    texts.filter(maySettle).map(async (row) => ({ ...row, count: await openInText(services, actor, row) })),
  );
  return [...splits.filter(maySettle), ...inTexts.filter(({ count }) => count > 0)].map((row) => ({
    ...{ slug: row.slug, draft: inLanguage(row.title, language), count: Number(row.count) },
  }));
}

async function openInText(services: Services, actor: Actor, row: { document_id: string }): Promise<number> {
  try {
    const text = readText((await services.documents.read(row.document_id)).doc);
    const authors = await suggestionAuthors(services, row.document_id, actor, text);
    return Object.values(authors).filter(({ isOwn }) => !isOwn).length;
  } catch (error) {
    services.log.warn({ err: error }, "a text could not be read for the home page");
    return 0; // its own page tells what is wrong
  }
}
