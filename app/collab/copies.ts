/** The document on the screen, and what it was before the server was restored. */
import type * as Y from "yjs";
import type { Belonging, Keeper } from "./device";
import { DocumentCopy } from "./document-copy";
import type { Outbox } from "./outbox";
import type { ReviewCopies } from "./review-copies";

/** sha256 of the canonical content, hex, for kinds that the server compares. */
export type ContentHash = (doc: Y.Doc) => string | Promise<string>;

export class Copies {
  current: DocumentCopy;
  /** The review copy that the document on the screen has become: another one is on its way. */
  private replaced: string | null = null;

  constructor(
    private readonly reviews: ReviewCopies,
    private readonly onChange: (update: Uint8Array) => void,
    private readonly contentHash: ContentHash | undefined,
  ) {
    this.current = new DocumentCopy(onChange);
  }

  get isRestoring(): boolean {
    return this.replaced !== null;
  }

  /** What came is added, or makes a document of its own with what is unsaved. Throws when it does not apply. */
  receive(updates: Uint8Array[], whole: boolean, outbox: Outbox): void {
    if (!whole) {
      this.current.apply(updates);
      return;
    }
    const next = new DocumentCopy(this.onChange);
    next.apply(updates);
    next.applyUnsaved(outbox.updates);
    const old = this.current;
    this.current = next;
    if (this.replaced) void this.dropSame(this.replaced, old.doc);
    else old.destroy();
    this.replaced = null;
  }

  /** What is here becomes a copy to look through; `unsaved` are the ids of the updates that are in it. */
  async setAside(whose: Belonging, unsaved: string[], keeper: Keeper): Promise<void> {
    this.current.detach();
    const { id, kept } = this.reviews.add({ doc: this.current.doc, at: Date.now(), loose: "" }, whose);
    this.replaced = id;
    if (await kept) keeper.forget(unsaved);
  }

  /** A review copy that says the same as the server needs no looking through. */
  private async dropSame(id: string, before: Y.Doc): Promise<void> {
    const hashOf = async (doc: Y.Doc) => this.contentHash?.(doc);
    const [was, is] = await Promise.all([before, this.current.doc].map(hashOf)).catch(() => []);
    if (was && was === is) await this.reviews.settle(id);
  }
}
