/** The page that puts a decision to the parties. */
import type { Reveal, Silence } from "../../app/domain/decisions/decision";
import type { Localized } from "../../app/domain/languages";
import { meetingNumber } from "../../app/domain/meetings/meeting";
import { mayDo, notAllowed, notFound } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { readableDraft } from "./readable-draft.server";
import { readableMeeting } from "./readable-meeting.server";

export interface DecidePage {
  draft: { slug: string; title: Localized };
  /** The latest first. */
  versions: { number: number; label: string }[];
  meeting: { slug: string; number: number; year: number; item: { id: string; title: Localized } } | null;
  replaces: { id: string; text: string } | null;
  corrects: { id: string; number: string; text: string } | null;
  rules: { reveal: Reveal; silence: Silence };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `asked` names the item of a meeting, the proposal to replace or the decision to correct. 403 for who may not propose. */
export async function decidePage(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  asked: URLSearchParams,
): Promise<DecidePage> {
  const { db } = services;
  const id = (name: string) => (UUID.test(asked.get(name) ?? "") ? asked.get(name)! : null);
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const replaces = id("replaces") ? await proposalToReplace(services, id("replaces")!) : null;
  const itemId = id("item") ?? replaces?.item_id ?? null;
  const meetingSlug = itemId ? await meetingOfItem(services, itemId) : null;
  const meeting = meetingSlug ? (await readableMeeting(services, viewer, meetingSlug)).meeting : null;
  const tableId = meeting?.tableId ?? draft.tableId;
  if (!mayDo(actor, "decision.propose", { tableId, regionId: draft.regionId })) throw notAllowed();
  if (replaces && replaces.table_id !== tableId) throw notFound();
  const [versions, rules, corrects, item] = await Promise.all([
    db
      .selectFrom("versions")
      .select(["number", "label"])
      .where("draft_id", "=", draft.id)
      .orderBy("number", "desc")
      .execute(),
    db.selectFrom("tables").select(["reveal", "silence"]).where("id", "=", tableId).executeTakeFirstOrThrow(),
    id("corrects") ? decisionToCorrect(services, id("corrects")!, tableId) : null,
    itemId
      ? db.selectFrom("agenda_items").select(["id", "title"]).where("id", "=", itemId).executeTakeFirst()
      : undefined,
  ]);
  return {
    draft: { slug: draft.slug, title: draft.title },
    ...{ versions, rules, corrects },
    meeting:
      meeting && item ? { slug: meeting.slug, number: meeting.number, year: meeting.year, item } : null,
    replaces: replaces ? { id: replaces.id, text: replaces.text } : null,
  };
}

async function proposalToReplace({ db }: Services, id: string) {
  const row = await db
    .selectFrom("proposed_decisions")
    .select(["id", "text", "table_id", "item_id"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

async function meetingOfItem({ db }: Services, itemId: string): Promise<string> {
  const row = await db
    .selectFrom("agenda_items as i")
    .innerJoin("meetings as m", "m.id", "i.meeting_id")
    .select("m.slug")
    .where("i.id", "=", itemId)
    .where("i.removed_at", "is", null)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row.slug;
}

async function decisionToCorrect({ db }: Services, id: string, tableId: string) {
  const row = await db
    .selectFrom("decisions as d")
    .innerJoin("proposed_decisions as p", "p.id", "d.proposed_decision_id")
    .select(["d.id", "d.number", "d.year", "p.text"])
    .where("d.id", "=", id)
    .where("d.table_id", "=", tableId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return { id: row.id, number: meetingNumber(row), text: row.text };
}
