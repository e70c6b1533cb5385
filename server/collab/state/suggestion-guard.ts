/**
 * Looks at what somebody who may only suggest sends to a text, before it is kept (rules E10, E11): on a copy of what
 * is accepted, the text with their own suggestions declined must be the same before and after. The copy exists only
 * while somebody suggests, and follows editors' updates when it is asked next. Only blocks that an update touches are
 * read: a keystroke costs one reading of one block, however long the text is.
 */
import * as Y from "yjs";
import { readBlocks, textFragment } from "../../../app/collab/documents/text-reading";
import { claimedInOwn, isLeftOf, withoutOwn } from "../../../app/domain/text/own-suggestions";
import { suggestionIds } from "../../../app/domain/text/suggestions";
import type { BlockNode } from "../../../app/domain/text/text";
import { inSlices } from "../../jobs/turns";

/** Who made each suggestion, by its id: the person who first sent it. */
export type Authors = ReadonlyMap<string, string>;

/** One child of the root as it was read. */
interface Reading {
  blocks: BlockNode[];
  ids: ReadonlySet<string>;
}
interface Followed {
  bytes: Uint8Array;
  /** Null when it is not known whose it is. */
  personId: string | null;
}

/** What may wait to be followed. Beyond it a new copy is cheaper. */
const FOLLOWED_MAX = 2_000;
const FOLLOWED_BYTES_MAX = 2 * 1024 * 1024;
/** What an empty text is with everything declined. */
const EMPTY = '{"type":"paragraph"}';

export class SuggestionGuard {
  /** When somebody last suggested. Milliseconds since the epoch. */
  usedAt = Date.now();
  private authors: Map<string, string> | null = null;
  private preparing: Promise<void> | null = null;
  private copy: TextCopy | null = null;
  private behind: Followed[] = [];
  private behindBytes = 0;
  /** By person: what each reading is without their own suggestions. */
  private readonly forms = new Map<string, WeakMap<Reading, string[]>>();

  /** `base`: the committed document as updates; what follows it is told with `follow`. */
  constructor(private base: Uint8Array[]) {}

  /** Learns who made what is in the base; null when that is done. */
  prepare(authorsOf: () => Promise<Authors>): Promise<void> | null {
    if (this.authors) return null;
    this.preparing ??= this.learn(authorsOf).catch((error: unknown) => {
      this.preparing = null;
      throw error;
    });
    return this.preparing;
  }

  private async learn(authorsOf: () => Promise<Authors>): Promise<void> {
    const authors = await authorsOf();
    const copy = new TextCopy(this.base);
    await inSlices(copy.children(), (child) => copy.read(child));
    copy.apply([]);
    this.copy = copy;
    this.base = [];
    this.authors = new Map(authors);
  }

  /** Something else was accepted or committed. */
  follow(bytes: Uint8Array, personId: string | null): void {
    this.behind.push({ bytes, personId });
    this.behindBytes += bytes.byteLength;
  }

  get isFarBehind(): boolean {
    return this.behind.length > FOLLOWED_MAX || this.behindBytes > FOLLOWED_BYTES_MAX;
  }

  /**
   * May this person suggest this? What is admitted is in the copy from then on. After a no the guard is of no more
   * use. Throws when it was not prepared, and when the bytes do not apply.
   */
  admits(bytes: Uint8Array, personId: string): boolean {
    this.usedAt = Date.now();
    const copy = this.upToDate();
    const { before, after } = copy.apply([bytes]);
    this.attribute(after, personId);
    return this.keepsTheRest(copy, before, after, personId);
  }

  destroy(): void {
    this.copy?.doc.destroy();
  }

  private upToDate(): TextCopy {
    if (!this.copy) throw new Error("nobody told who made the suggestions");
    const followed = this.behind;
    this.behind = [];
    this.behindBytes = 0;
    for (let n = 0; n < followed.length; ) {
      const { personId } = followed[n]!;
      let end = n + 1;
      while (end < followed.length && followed[end]!.personId === personId) end++;
      const { after } = this.copy.apply(followed.slice(n, end).map(({ bytes }) => bytes));
      this.attribute(after, personId);
      n = end;
    }
    return this.copy;
  }

  /** Ids that nobody had before are those of whoever brought them. */
  private attribute(readings: Reading[], personId: string | null): void {
    if (personId === null) return;
    for (const { ids } of readings)
      for (const id of ids) if (!this.authors!.has(id)) this.authors!.set(id, personId);
  }

  private keepsTheRest(copy: TextCopy, before: Reading[], after: Reading[], personId: string): boolean {
    const forms = (readings: Reading[]) => readings.flatMap((reading) => this.formOf(reading, personId));
    const [was, is] = [forms(before), forms(after)];
    // Where everything is declined, an empty paragraph stands.
    const rest = () => [...copy.readings, ...copy.earlier].flatMap((one) => this.formOf(one, personId));
    const same = sameLines(was, is) || (isEmpty(was) && isEmpty(is) && rest().every(isEmptyLine));
    return same && this.claimsNothing(before, after, personId);
  }

  private claimsNothing(before: Reading[], after: Reading[], personId: string): boolean {
    const claimed = (readings: Reading[]) =>
      claimedInOwn(
        readings.flatMap(({ blocks }) => blocks),
        this.ownOf(readings, personId),
      );
    const now = claimed(after);
    if (now.size === 0) return true;
    const earlier = claimed(before);
    return [...now].every(([id, words]) => isLeftOf(words, earlier.get(id) ?? ""));
  }

  private formOf(reading: Reading, personId: string): string[] {
    const known = this.forms.get(personId) ?? new WeakMap<Reading, string[]>();
    this.forms.set(personId, known);
    const form = known.get(reading) ?? withoutOwn(reading.blocks, this.ownOf([reading], personId));
    known.set(reading, form);
    return form;
  }

  private ownOf(readings: Reading[], personId: string): Set<string> {
    const own = new Set<string>();
    for (const { ids } of readings) for (const id of ids) if (this.authors!.get(id) === personId) own.add(id);
    return own;
  }
}

/** The copy, read child by child. */
class TextCopy {
  readonly doc = new Y.Doc();
  /** Of each child of the root, in order; and as they were before the last update. */
  readings: Reading[] = [];
  earlier: Reading[] = [];
  private readonly root = textFragment(this.doc);
  private readonly known = new Map<unknown, Reading>();
  private readonly touched = new Set<unknown>();

  constructor(base: Uint8Array[]) {
    this.doc.on("afterTransaction", (transaction: Y.Transaction) => {
      for (const type of transaction.changed.keys()) this.touched.add(childAbove(type, this.root));
    });
    // In a transaction of its own making Yjs does not tidy formats, which would be an edit.
    this.doc.transact(() => {
      for (const bytes of base) Y.applyUpdate(this.doc, bytes);
    });
  }

  /** What stands in the root. */
  children(): unknown[] {
    return this.root.toArray();
  }

  /** The readings that the updates changed, as they were and as they are, with what lies between them. */
  apply(updates: Uint8Array[]): { before: Reading[]; after: Reading[] } {
    this.touched.clear();
    this.doc.transact(() => {
      for (const bytes of updates) Y.applyUpdate(this.doc, bytes);
    });
    this.earlier = this.readings;
    const children = this.children();
    for (const child of this.touched) this.known.delete(child);
    this.readings = children.map((child) => this.read(child));
    if (this.known.size > 2 * children.length + 100) this.forget(children);
    return middles(this.earlier, this.readings);
  }

  read(child: unknown): Reading {
    let reading = this.known.get(child);
    if (!reading) {
      const blocks = readBlocks(child);
      reading = { blocks, ids: suggestionIds({ type: "doc", content: blocks }) };
      this.known.set(child, reading);
    }
    return reading;
  }

  private forget(children: unknown[]): void {
    const there = new Set(children);
    for (const child of this.known.keys()) if (!there.has(child)) this.known.delete(child);
  }
}

/** The child of the root in which the type lies, or null. */
function childAbove(type: { _item: Y.Item | null }, root: unknown): unknown {
  for (let at = type; ; ) {
    const parent = at._item?.parent;
    if (parent === root) return at;
    if (!(parent instanceof Y.AbstractType)) return null;
    at = parent;
  }
}

/** Both without what they begin and end with in common. */
function middles(before: Reading[], after: Reading[]): { before: Reading[]; after: Reading[] } {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start++;
  let end = 0;
  while (end < least - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { before: before.slice(start, before.length - end), after: after.slice(start, after.length - end) };
}

const sameLines = (a: string[], b: string[]) => a.length === b.length && a.every((line, n) => line === b[n]);
const isEmptyLine = (line: string) => line === EMPTY;
const isEmpty = (lines: string[]) => lines.length <= 1 && lines.every(isEmptyLine);
