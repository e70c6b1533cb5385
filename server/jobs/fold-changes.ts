/**
 * From the log to what people call changes: who changed which field of which category, from what
 * to what. Deterministic: the same log gives the same events, however many runs it takes.
 */
import * as Y from "yjs";
import { categoriesMap, readCategory } from "../../app/collab/documents/split-document";
import type { Category } from "../../app/domain/split/split";
import type { ChangeField } from "../../app/protocol/changes";
import { touchedCategories } from "../collab/gate/split-schema";
import type { LoggedUpdate, UpdateOrigin } from "../collab/log/update-log";

/** One person's edits of one field within this time, with nobody else between, are one change. */
export const JOIN_GAP_MILLISECONDS = 2 * 60 * 1000;

/** A change event before it is stored. `before` and `after` are values of the field, or null. */
export interface FoldedChange {
  categoryId: string;
  field: ChangeField;
  firstSeq: number;
  lastSeq: number;
  personId: string;
  origin: UpdateOrigin;
  before: unknown;
  after: unknown;
  startedAt: Date;
  endedAt: Date;
}

const FIELDS: Record<Exclude<ChangeField, "created">, (category: Category) => unknown> = {
  "label.fi": (c) => c.label.fi,
  "label.sv": (c) => c.label.sv ?? "",
  "label.en": (c) => c.label.en ?? "",
  "rationale.fi": (c) => c.rationale.fi,
  "rationale.sv": (c) => c.rationale.sv ?? "",
  "rationale.en": (c) => c.rationale.en ?? "",
  sides: (c) => c.sides,
  order: (c) => c.order,
  status: (c) => c.status,
  question: (c) => c.question,
  legalBasis: (c) => c.legalBasis,
};
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A document played from its log, update by update. */
export class Replay {
  seq = 0;
  private readonly doc = new Y.Doc();
  private readonly categories = new Map<string, Category>();
  private touched = new Set<string>();
  /** By sequence number from 1: the latest time the log had seen by then. Never falls, whatever a clock did. */
  private readonly latest: number[] = [];

  constructor() {
    categoriesMap(this.doc); // the root is named before anything is applied
    this.doc.on("afterTransaction", ({ changed }: Y.Transaction) => {
      const ids = touchedCategories(this.doc, changed) ?? categoriesMap(this.doc).keys();
      for (const id of ids) this.touched.add(id);
    });
  }

  /** Applies the next update and tells what it changed. Throws when the log has a hole. */
  apply(update: LoggedUpdate): FoldedChange[] {
    if (update.seq !== this.seq + 1) throw new Error(`a hole in the log before ${update.seq}`);
    this.touched = new Set();
    Y.applyUpdate(this.doc, update.bytes);
    this.seq = update.seq;
    this.latest.push(Math.max(update.createdAt.getTime(), this.latest.at(-1) ?? 0));
    return [...this.touched].sort().flatMap((id) => this.changesOf(id, update));
  }

  /**
   * The first sequence number whose event a change at `time` (epoch milliseconds) or later could join: every
   * update before it is more than JOIN_GAP_MILLISECONDS older.
   */
  joinableFrom(time: number): number {
    let [low, high] = [0, this.latest.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.latest[middle]! < time - JOIN_GAP_MILLISECONDS) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }

  destroy(): void {
    this.doc.destroy();
  }

  private changesOf(id: string, update: LoggedUpdate): FoldedChange[] {
    const map = categoriesMap(this.doc).get(id);
    if (!(map instanceof Y.Map)) return [];
    const before = this.categories.get(id);
    const after = readCategory(id, map);
    this.categories.set(id, after);
    const change = (field: ChangeField, from: unknown, to: unknown): FoldedChange => ({
      categoryId: id,
      field,
      firstSeq: update.seq,
      lastSeq: update.seq,
      personId: update.personId,
      origin: update.origin,
      before: from,
      after: to,
      startedAt: update.createdAt,
      endedAt: update.createdAt,
    });
    if (!before) return [change("created", null, after)];
    return (Object.keys(FIELDS) as (keyof typeof FIELDS)[])
      .filter((field) => !same(FIELDS[field](before), FIELDS[field](after)))
      .map((field) => change(field, FIELDS[field](before), FIELDS[field](after)));
  }
}

/** The key under which events are joined: a field of a category, or of each language's text. */
export const foldKey = ({ categoryId, field }: Pick<FoldedChange, "categoryId" | "field">) =>
  `${categoryId} ${field}`;

/**
 * Adds a change to the events of its field (in order), in place. Joins it to the last one when that is the same
 * person's, recent, and both are plain edits. What ends where it began is no change and goes away. An event
 * that ended more than JOIN_GAP_MILLISECONDS before a change is never joined nor taken away by it, so nothing
 * before such an event matters either.
 */
export function foldChange(events: FoldedChange[], change: FoldedChange): void {
  const last = events.at(-1);
  const joins =
    last !== undefined &&
    last.field !== "created" &&
    last.personId === change.personId &&
    last.origin === "edit" &&
    change.origin === "edit" &&
    change.startedAt.getTime() - last.endedAt.getTime() <= JOIN_GAP_MILLISECONDS;
  if (joins) events.pop();
  if (!joins) events.push(change);
  else if (!same(last.before, change.after))
    events.push({ ...last, after: change.after, lastSeq: change.lastSeq, endedAt: change.endedAt });
}
