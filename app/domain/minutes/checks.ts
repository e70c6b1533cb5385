/** What is to be looked at before minutes are approved (rule Y3). None of it forbids approval but an unfinished meeting. Pure. */
import type { Localized } from "../languages";
import { presenceOf } from "../meetings/attendance";
import { plainText } from "../text/reading";
import type { MeetingRecord } from "./record";

export type MinutesRemark =
  | { kind: "notClosed" | "nobodyPresent" }
  | { kind: "noHandling" | "openDecision"; item: number }
  | { kind: "openQuestion" | "wishWithoutName"; item: number; label: Localized };

/** Items whose outcome has words of its own may do without a handling. */
const SELF_TELLING = ["opening", "closing"] as const;

/** `openDecisions` are ids of items with a proposed decision whose outcome has not been stated. */
export function minutesRemarks(record: MeetingRecord, openDecisions: ReadonlySet<string>): MinutesRemark[] {
  const remarks: MinutesRemark[] = [];
  if (record.state !== "closed") remarks.push({ kind: "notClosed" });
  if (presenceOf(record.events).size === 0) remarks.push({ kind: "nobodyPresent" });
  for (const item of record.items) {
    const about = { item: item.number };
    const isSelfTelling = SELF_TELLING.some((kind) => kind === item.kind);
    const hasOutcome = record.events.some((event) => event.kind === "outcome" && event.itemId === item.id);
    const wasOpen = record.events.some((event) => event.kind === "itemOpened" && event.itemId === item.id);
    if (wasOpen && !isSelfTelling && !hasOutcome && !plainText(item.handling).trim())
      remarks.push({ kind: "noHandling", ...about });
    if (openDecisions.has(item.id)) remarks.push({ kind: "openDecision", ...about });
    const asked = new Map<string, Localized>();
    for (const { change, wish } of item.changes) {
      const { label } = change.category;
      if (change.category.question && change.category.status !== "removed")
        asked.set(change.categoryId, label);
      if (wish !== null && !wish.trim()) remarks.push({ kind: "wishWithoutName", ...about, label });
    }
    for (const label of asked.values()) remarks.push({ kind: "openQuestion", ...about, label });
  }
  return remarks;
}
