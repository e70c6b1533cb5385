/** Items of an agenda: added, changed, moved, removed and brought back (rules K1, K2). */
import {
  inOrder,
  isItemKind,
  itemFlaw,
  localized,
  movedItem,
  placeFor,
  type TypedItem,
} from "../../../app/domain/meetings/agenda";
import { ITEMS_MAX, type ItemKind } from "../../../app/domain/meetings/meeting";
import type { Outcome } from "../../../app/messages/problem";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { addItem, itemsOf, putInOrder } from "./add-item.server";
import { agendaProblem, handledItems, itemOnAgenda, prepareMeeting } from "./agenda-meeting.server";
import { draftForAgenda } from "./draft-for-agenda.server";
import { keyOf } from "./key.server";

type By = Pick<Viewer, "personId">;
/** The draft is its slug, or empty for none. */
export type ItemForm = TypedItem & { draft: string; key: string };

const tooMany = {
  ok: false,
  field: "title",
  error: "agenda.error.manyItems",
  values: { max: ITEMS_MAX },
} as const;

/** A new item where its kind stands in a standard agenda. Answers its id. */
export async function addAgendaItem(services: Services, viewer: By, slug: string, typed: ItemForm) {
  return prepareMeeting<{ item: string }>(services, viewer, slug, "agenda.changed", async (at) => {
    const flaw = itemFlaw(typed);
    if (flaw) return agendaProblem(flaw);
    const draft = await draftForAgenda(services, viewer, at.meeting, typed.draft);
    if (draft === undefined) return { ok: false, field: "draft", error: "agenda.error.noDraft" };
    const added = await addItem(at.trx, at.now, {
      ...{ meetingId: at.meeting.id, kind: typed.kind as ItemKind, ...wordsOf(typed) },
      ...{ draftId: draft?.id ?? null, addedBy: viewer.personId },
      key: keyOf(typed.key),
    });
    return added ? { ok: true, item: added.id } : tooMany;
  });
}

/** Words, presenter and draft of an item. Its kind stays; the draft of one that has been handled stays too (rule M3). */
export async function changeAgendaItem(
  services: Services,
  viewer: By,
  slug: string,
  itemId: string,
  typed: Omit<ItemForm, "kind" | "key">,
): Promise<Outcome> {
  return prepareMeeting(services, viewer, slug, "agenda.changed", async ({ trx, meeting }) => {
    const item = await itemOnAgenda(trx, meeting.id, itemId);
    const flaw = itemFlaw({ ...typed, kind: item.kind });
    if (flaw) return agendaProblem(flaw);
    const draft = await draftForAgenda(services, viewer, meeting, typed.draft, item.draft_id);
    if (draft === undefined) return { ok: false, field: "draft", error: "agenda.error.noDraft" };
    const draftId = draft?.id ?? null;
    if (draftId !== item.draft_id && (await handledItems(trx, meeting.id)).has(itemId))
      return { ok: false, field: "draft", error: "agenda.error.handledDraft" };
    const { title, presenter, proposal } = wordsOf(typed);
    await trx
      .updateTable("agenda_items")
      .set({
        ...{ title: JSON.stringify(title), presenter, proposal: JSON.stringify(proposal) },
        draft_id: draftId,
      })
      .where("id", "=", itemId)
      .execute();
    return { ok: true, detail: { item: itemId } };
  });
}

function wordsOf(typed: Omit<TypedItem, "kind">) {
  return {
    title: localized(typed.title, typed.titleSv, typed.titleEn),
    presenter: typed.presenter,
    proposal: localized(typed.proposal, typed.proposalSv, typed.proposalEn),
  };
}

/** One place earlier or later; refused at an end and beside what has been handled. */
export async function moveAgendaItem(
  services: Services,
  viewer: By,
  slug: string,
  itemId: string,
  isUp: boolean,
): Promise<Outcome> {
  return prepareMeeting(services, viewer, slug, "agenda.changed", async ({ trx, meeting }) => {
    await itemOnAgenda(trx, meeting.id, itemId);
    const handled = await handledItems(trx, meeting.id);
    const items = (await itemsOf(trx, meeting.id)).map((one) => ({
      ...one,
      isHandled: handled.has(one.id),
    }));
    const order = movedItem(items, itemId, isUp);
    if (!order) return { ok: false, error: "agenda.error.noMove" };
    await putInOrder(trx, order);
    return { ok: true, detail: { item: itemId, isUp } };
  });
}

/** Rule K2: removal is a mark, and what has been handled is not removed. */
export async function removeAgendaItem(
  services: Services,
  viewer: By,
  slug: string,
  itemId: string,
): Promise<Outcome> {
  return prepareMeeting(services, viewer, slug, "agenda.changed", async ({ trx, meeting, row, now }) => {
    const item = await itemOnAgenda(trx, meeting.id, itemId);
    if (item.removed_at) return { ok: true };
    if (row.current_item_id === itemId || (await handledItems(trx, meeting.id)).has(itemId))
      return { ok: false, error: "agenda.error.handled" };
    await trx.updateTable("agenda_items").set({ removed_at: now }).where("id", "=", itemId).execute();
    const rest = inOrder(await itemsOf(trx, meeting.id));
    await putInOrder(
      trx,
      rest.map(({ id }) => id),
    );
    return { ok: true, detail: { removed: itemId } };
  });
}

/** Brings a removed item back to where its kind stands. */
export async function restoreAgendaItem(
  services: Services,
  viewer: By,
  slug: string,
  itemId: string,
): Promise<Outcome> {
  return prepareMeeting(services, viewer, slug, "agenda.changed", async ({ trx, meeting }) => {
    const item = await itemOnAgenda(trx, meeting.id, itemId);
    if (!item.removed_at || !isItemKind(item.kind)) return { ok: true };
    const items = await itemsOf(trx, meeting.id);
    const ids = inOrder(items).map(({ id }) => id);
    if (ids.length >= ITEMS_MAX) return tooMany;
    ids.splice(placeFor(item.kind, items), 0, itemId);
    await trx.updateTable("agenda_items").set({ removed_at: null }).where("id", "=", itemId).execute();
    await putInOrder(trx, ids);
    return { ok: true, detail: { restored: itemId } };
  });
}
