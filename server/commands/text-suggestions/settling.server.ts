/** What accepting, declining and withdrawing suggestions in a text share: one change of the text, a row and a word to the author for each. */
import type { Kysely } from "kysely";
import { readText } from "../../../app/collab/documents/text-document";
import { settleInDocument } from "../../../app/collab/documents/text-suggestions";
import { type ListedSuggestion, listSuggestions } from "../../../app/domain/text/suggestion-list";
import type { Outcome } from "../../../app/messages/problem";
import type { Database } from "../../../db/schema/tables";
import { notAllowed } from "../../authorize.server";
import { DocumentQuarantined } from "../../collab/hub";
import { createPostgresLog } from "../../collab/log/postgres-log";
import { recordAudit } from "../../events/record-audit.server";
import { tell } from "../../events/tell.server";
import { authorsInDatabase } from "../../jobs/derive-text-suggestions";
import { seatedAt } from "../../queries/party-people.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { settlingAlone } from "../suggestions/settling.server";

/** Suggestions that one request may settle. */
export const SETTLED_AT_ONCE_MAX = 500;
/** Characters of a suggestion's words kept with its fate. */
export const FATE_WORDS_MAX = 4000;

export type TextFate = "accepted" | "declined" | "withdrawn";

export interface Settling {
  ids: readonly string[];
  fate: TextFate;
  reason: string;
  /** Only those of the viewer's own may be settled; 403 for another's. */
  onlyOwn?: boolean;
}

/** `settled` were settled now; `missing` were not in the text any more. */
export type Settled = Outcome<{ settled: string[]; missing: number }>;

/**
 * Settles those of the suggestions that are in the text, in one forward change of it (rules E3, E4). Refused as a value
 * when none of them is there: who settled it is told, or that its words are gone. 503 for a document that may only be read.
 */
export async function settleInText(
  services: Services,
  viewer: Viewer,
  draft: { id: string; documentId: string; tableId: string },
  { ids, fate, reason, onlyOwn = false }: Settling,
): Promise<Settled> {
  if (ids.length === 0) return { ok: false, error: "texts.suggesting.error.none", field: "suggestions" };
  if (ids.length > SETTLED_AT_ONCE_MAX) {
    const values = { max: SETTLED_AT_ONCE_MAX };
    return { ok: false, error: "texts.suggesting.error.many", field: "suggestions", values };
  }
  const { documentId } = draft;
  const answer = await settlingAlone<{ settled: string[]; missing: number }>(services, draft, async (trx) => {
    const { db } = services;
    const derived = (id: string) => services.documents.publish(id, "suggestions");
    const deriving = { db, updateLog: createPostgresLog(db), derived };
    const authors = await authorsInDatabase(deriving, documentId);
    if (onlyOwn && ids.some((id) => authors.get(id) !== viewer.personId)) throw notAllowed();
    const { doc } = await services.documents.read(documentId);
    const wanted = new Set(ids);
    const found = listSuggestions(readText(doc)).filter(({ id }) => wanted.has(id));
    if (found.length === 0) return whatBecame(trx, documentId, ids);
    const settled = found.map(({ id }) => id);
    const editor = { personId: viewer.personId, sessionId: viewer.sessionHash };
    const seq = await services.documents
      .transact(documentId, editor, "edit", (live) =>
        settleInDocument(live, new Set(settled), fate === "accepted" ? "accept" : "decline"),
      )
      .catch((error: unknown) => {
        if (error instanceof DocumentQuarantined) throw new Response("quarantined", { status: 503 });
        throw error;
      });
    const now = services.clock();
    await writeFates(trx, now, { documentId, found, fate, reason, seq, by: viewer.personId });
    if (fate !== "withdrawn")
      await tellAuthors(trx, now, { draft, authors, settled, fate, seq, by: viewer.personId });
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: `textSuggestions.${fate}`, subjectKind: "draft" },
      ...{ subjectId: draft.id, detail: { suggestionIds: settled, seq } },
    });
    return { ok: true, settled, missing: wanted.size - settled.length };
  });
  if (answer.ok) services.documents.publish(documentId, "suggestions");
  return answer;
}

/** Nothing of it is in the text: it was settled, or what it was about is gone. */
async function whatBecame(trx: Kysely<Database>, documentId: string, ids: readonly string[]) {
  const settled = await trx
    .selectFrom("text_suggestion_fates as f")
    .innerJoin("persons", "persons.id", "f.decided_by")
    .select(["f.fate", "persons.name"])
    .where("f.document_id", "=", documentId)
    .where("f.suggestion_id", "in", [...ids])
    .orderBy("f.n", "desc")
    .executeTakeFirst();
  if (!settled) return { ok: false as const, error: "texts.suggesting.error.gone" as const };
  const values = { name: settled.name };
  return { ok: false as const, error: `suggestions.error.${settled.fate}` as const, values };
}

interface Written {
  documentId: string;
  found: ListedSuggestion[];
  fate: TextFate;
  reason: string;
  seq: number;
  by: string;
}

async function writeFates(trx: Kysely<Database>, now: Date, { found, by, documentId, ...fate }: Written) {
  await trx
    .insertInto("text_suggestion_fates")
    .values(
      found.map(({ id, removed, added }) => ({
        ...fate,
        ...{ document_id: documentId, suggestion_id: id, decided_by: by, created_at: now },
        ...{ removed: removed.slice(0, FATE_WORDS_MAX), added: added.slice(0, FATE_WORDS_MAX) },
      })),
    )
    .execute();
}

interface Telling {
  draft: { id: string; tableId: string };
  authors: Map<string, string>;
  settled: string[];
  fate: TextFate;
  seq: number;
  by: string;
}

/** One word for each author, however many of theirs were settled; those who have left the table are told of nothing. */
async function tellAuthors(trx: Kysely<Database>, now: Date, telling: Telling) {
  const { draft, authors, settled, fate, seq, by } = telling;
  const seated = new Set((await seatedAt(trx, draft.tableId, now)).map(({ personId }) => personId));
  const own = new Map<string, number>();
  for (const id of settled) {
    const author = authors.get(id);
    if (author && seated.has(author)) own.set(author, (own.get(author) ?? 0) + 1);
  }
  for (const [author, count] of own)
    await tell(trx, now, {
      ...{ kind: "suggestionSettled", tableId: draft.tableId, to: [author], actorId: by, draftId: draft.id },
      ...{ detail: { fate, count }, key: `textSuggestions:${draft.id}:${seq}:${fate}` },
    });
}
