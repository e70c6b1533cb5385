/** What was changed on the board while an item was open (rule M3): the difference of the split between the log positions of its events. */
import { splitFromUpdates } from "../../app/collab/documents/split-document";
import type { MeetingEvent } from "../../app/domain/meetings/meeting";
import type { RecordChange } from "../../app/domain/minutes/record";
import { diffSplits } from "../../app/domain/split/diff";
import type { Services } from "../services";
import { updatesUntil } from "./updates-until.server";

type Deps = Pick<Services, "db" | "documents">;

/** A stretch of the log, both ends included in what the board then said. `to` null is still open: until now. */
export interface LogRange {
  from: number;
  to: number | null;
}

/** The log ranges of each item by its opened and closed events, in order. */
export function itemRanges(events: readonly MeetingEvent[]): Map<string, LogRange[]> {
  const ranges = new Map<string, LogRange[]>();
  for (const event of [...events].sort((a, b) => a.n - b.n)) {
    if (event.kind === "itemOpened" && event.seq !== null)
      ranges.set(event.itemId, [...(ranges.get(event.itemId) ?? []), { from: event.seq, to: null }]);
    if (event.kind === "itemClosed" && event.seq !== null) {
      const open = ranges.get(event.itemId)?.at(-1);
      if (open && open.to === null) open.to = event.seq;
    }
  }
  return ranges;
}

/** The changes of the ranges, in the order in which the board tells them; each with the latest wish recorded for it in its range. */
export async function changesInRanges(
  deps: Deps,
  documentId: string,
  ranges: readonly LogRange[],
): Promise<RecordChange[]> {
  const changes: RecordChange[] = [];
  for (const { from, to } of ranges) {
    const until = to ?? (await deps.documents.read(documentId)).seq;
    if (until <= from) continue;
    const [before, after] = await Promise.all([
      updatesUntil(deps, documentId, from),
      updatesUntil(deps, documentId, until),
    ]);
    const wishes = await wishesBetween(deps, documentId, from, until);
    for (const change of diffSplits(splitFromUpdates(before), splitFromUpdates(after)))
      if (change.kind !== "reordered") changes.push({ change, wish: wishes.get(change.categoryId) ?? null });
  }
  return changes;
}

/** A wish is recorded after the change it is about, at the log position that its author saw. */
async function wishesBetween({ db }: Pick<Services, "db">, documentId: string, from: number, to: number) {
  const rows = await db
    .selectFrom("change_remarks")
    .select(["category_id", "wish"])
    .where("document_id", "=", documentId)
    .where("seq", ">", from)
    .where("seq", "<=", to)
    .orderBy("created_at")
    .execute();
  return new Map(rows.map((row) => [row.category_id, row.wish]));
}
