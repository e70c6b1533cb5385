/** Programs that edit a live split as people do, with unique tokens, and tell the checker what they did. */
import type * as Y from "yjs";
import {
  addCategory,
  categoriesMap,
  categoryText,
  setCategoryFields,
} from "../../app/collab/documents/split-document";
import { LOCAL } from "../../app/collab/origins";
import { LANGUAGES } from "../../app/domain/languages";
import { CATEGORIES_MAX, SIDES } from "../../app/domain/split/split";
import type { Checker, Place } from "./checker";
import { aCategory } from "./splits";

/** What a bot needs of an open document: a HeadlessDocument or a DocumentProvider. */
export interface Editable {
  readonly doc: Y.Doc;
  /** Resolves when every change made so far is committed; rejects when it cannot be. */
  whenSaved(): Promise<void>;
}

/** A text that is nearly full takes no more tokens. Characters. */
const ROOM = 3_000;
/** Categories that one bot adds. */
const OWN_CATEGORIES_MAX = 12;

export class Bot {
  /** Sent and not known to be saved. */
  private readonly open = new Set<string>();
  private readonly own: string[] = [];
  private readonly fields = new Map<string, string>();
  /** Where its tokens are. */
  private readonly inTexts = new Map<string, () => Y.Text | undefined>();

  constructor(
    readonly name: string,
    readonly document: Editable,
    private readonly checker: Checker,
    private readonly random: () => number,
    /** The sequence number that the document has read up to. */
    private readonly seq: () => number = () => Number.MAX_SAFE_INTEGER,
  ) {}

  /** Makes one change of some kind. */
  write(): void {
    const kind = this.random();
    if (kind < 0.55) this.append();
    else if (kind < 0.7) this.insert();
    else if (kind < 0.8) this.setField();
    else if (kind < 0.88) this.addCategory();
    else if (kind < 0.95) this.takeBack();
    else setCategoryFields(this.document.doc, this.pick(this.ids()), { sides: this.pick(SIDES) }, LOCAL);
  }

  /** Puts a token at the end of a text. */
  append(): void {
    const find = this.someText();
    this.put("t", (token) => {
      const text = find()!;
      text.insert(text.length, token);
      this.inTexts.set(token, find);
    });
  }

  /** Writes as many changes as it takes to have put so many tokens into texts. */
  appendMany(count: number): void {
    for (let n = 0; n < count; n++) this.append();
  }

  /** Tokens that were sent and are not known to be saved. */
  get unsaved(): string[] {
    return [...this.open];
  }

  /** What is not saved was refused, for good. */
  refused(): void {
    for (const token of this.open) this.checker.refused(token);
    this.open.clear();
  }

  private insert(): void {
    const find = this.someText();
    // Never inside a token.
    const ends = [0, ...[...find()!.toString().matchAll(/›/g)].map(({ index }) => index + 1)];
    this.put("i", (token) => {
      find()!.insert(this.pick(ends), token);
      this.inTexts.set(token, find);
    });
  }

  private setField(): void {
    if (this.own.length === 0) {
      this.addCategory();
      return;
    }
    const id = this.pick(this.own);
    const before = this.fields.get(id);
    this.put("f", (token) => {
      setCategoryFields(this.document.doc, id, { legalBasis: token }, LOCAL);
      this.fields.set(id, token);
      if (before) this.checker.takenBack(before);
    });
    if (before) this.whenSaved(() => this.checker.takenBack(before, "acked"));
  }

  private addCategory(): void {
    if (this.own.length >= OWN_CATEGORIES_MAX || this.ids().length > CATEGORIES_MAX - 20) {
      this.append();
      return;
    }
    const id = `${this.name}-${this.own.length + 1}`;
    this.own.push(id);
    this.put("c", (token) => {
      addCategory(
        this.document.doc,
        aCategory({ id, label: { fi: token }, order: `z${id.replaceAll("-", "x")}` }),
        LOCAL,
      );
    });
  }

  private takeBack(): void {
    const [token, find] = this.inTexts.size > 0 ? this.pick([...this.inTexts]) : [null, null];
    const text = find?.();
    const index = text?.toString().indexOf(token!) ?? -1;
    if (!token || !text || index < 0) {
      this.append();
      return;
    }
    this.inTexts.delete(token);
    this.checker.takenBack(token);
    this.document.doc.transact(() => text.delete(index, token.length), LOCAL);
    this.whenSaved(() => this.checker.takenBack(token, "acked"));
  }

  private put(place: Place, change: (token: string) => void): void {
    const token = this.checker.mint(this.name, place);
    this.checker.sent(this.name, token);
    this.open.add(token);
    this.document.doc.transact(() => change(token), LOCAL);
    this.whenSaved(() => {
      if (this.open.delete(token)) this.checker.acked(token, this.seq());
    });
  }

  /** What is done when all that was changed until now is saved; nothing when it cannot be. */
  private whenSaved(then: () => void): void {
    this.document.whenSaved().then(then, () => undefined);
  }

  /** A text with room, found again each time: the document may become another object. */
  private someText(): () => Y.Text | undefined {
    for (let tries = 0; tries < 1_000; tries++) {
      const [id, language] = [this.pick(this.ids()), this.pick(LANGUAGES)];
      const find = () => categoryText(this.document.doc, id, "rationale", language);
      if ((find()?.length ?? ROOM) < ROOM) return find;
    }
    throw new Error("every text is full");
  }

  private ids(): string[] {
    return [...categoriesMap(this.document.doc).keys()];
  }

  private pick<T>(things: readonly T[]): T {
    return things[Math.floor(this.random() * things.length)]!;
  }
}
