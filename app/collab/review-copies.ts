/** Documents as they were here before the server was restored: kept until the person has looked through them. */
import * as Y from "yjs";
import type { Belonging, Keeper } from "./device";
import type { ReviewCopy } from "./document-status";
import { newId } from "./new-id";
import { isUpdate } from "./yjs-bytes";

export class ReviewCopies {
  private copies: ReviewCopy[] = [];

  constructor(
    private readonly keeper: Keeper,
    private readonly tell: () => void,
  ) {}

  /** The oldest one, or null. */
  get first(): ReviewCopy | null {
    return this.copies[0] ?? null;
  }

  /** Keeps a copy; the answer is whether it is on the device too. */
  add(copy: Omit<ReviewCopy, "id">, whose: Belonging): { id: string; kept: Promise<boolean> } {
    const id = newId();
    this.copies.push({ id, ...copy });
    this.tell();
    const { at, loose } = copy;
    const bytes = Y.encodeStateAsUpdate(copy.doc);
    return { id, kept: this.keeper.putReview({ id, ...whose, at, loose, bytes }) };
  }

  /** Those that the device has from before. */
  async load(whose: Belonging): Promise<void> {
    const known = new Set(this.copies.map(({ id }) => id));
    for (const { id, at, loose, bytes } of await this.keeper.reviews(whose)) {
      if (known.has(id) || !isUpdate(bytes)) continue;
      const doc = new Y.Doc();
      Y.applyUpdate(doc, bytes);
      this.copies.push({ id, at, loose, doc });
    }
    this.copies.sort((a, b) => a.at - b.at);
    if (this.copies.length > known.size) this.tell();
  }

  /** The person is done with it. */
  async settle(id: string): Promise<void> {
    this.copies = this.copies.filter((copy) => copy.id !== id);
    this.tell();
    await this.keeper.removeReview(id);
  }
}
