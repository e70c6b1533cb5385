import type { HistoryLine } from "../../protocol/history-line";

/** What a line says: a message key under `board.historyLine`, and the words before and after where there are any. */
export interface HistoryWords {
  key: HistoryKey;
  before?: string;
  after?: string;
}
export type HistoryKey =
  | "created"
  | "moved"
  | "renamed"
  | "rationale"
  | "questionRaised"
  | "questionChanged"
  | "questionSettled"
  | "legalBasis"
  | "order"
  | "proposed"
  | "withdrawn"
  | "removed"
  | "broughtBack"
  | "wish"
  | "changed";

const words = (value: unknown): string => (typeof value === "string" ? value : "");
const questionText = (value: unknown): string | null =>
  typeof value === "object" && value !== null && "text" in value ? words(value.text) : null;

/** Puts a change event into words. A field this does not know is told as "changed", never left out. */
export function historyWords(change: HistoryLine["change"]): HistoryWords {
  if (change.kind === "wish") return { key: "wish", after: change.wish };
  const { field, before, after } = change;
  const texts = { before: words(before), after: words(after) };
  if (field.startsWith("label")) return { key: "renamed", ...texts };
  if (field.startsWith("rationale")) return { key: "rationale", ...texts };
  switch (field) {
    case "created":
      return { key: "created" };
    case "sides":
      return { key: "moved", ...texts };
    case "order":
      return { key: "order" };
    case "legalBasis":
      return { key: "legalBasis", ...texts };
    case "status":
      if (after === "removed") return { key: "removed" };
      if (after === "proposedForRemoval") return { key: "proposed" };
      return { key: before === "removed" ? "broughtBack" : "withdrawn" };
    case "question": {
      const was = questionText(before);
      const is = questionText(after);
      if (is === null) return { key: "questionSettled", ...(was ? { before: was } : {}) };
      if (was === null) return { key: "questionRaised", ...(is ? { after: is } : {}) };
      return { key: "questionChanged", before: was, after: is };
    }
    default:
      return { key: "changed" };
  }
}
