/** This tab's copy of a live document: the Y.Doc, and which of its texts are not saved. */
import * as Y from "yjs";
import { REMOTE, UNSAVED } from "./origins";
import { UnsavedText } from "./unsaved-text";

export class DocumentCopy {
  readonly doc = new Y.Doc();
  private readonly unsaved = new UnsavedText(this.doc);

  /** `onChange` gets every change that a person or a program makes here. */
  constructor(private readonly onChange: (update: Uint8Array) => void) {
    this.doc.on("update", this.updated);
    this.doc.on("afterTransaction", this.note);
  }

  /** Applies committed updates in order. Throws when they do not apply, or rest on something that is not here. */
  apply(updates: Uint8Array[]): void {
    this.put(updates, REMOTE);
    const { pendingStructs, pendingDs } = this.doc.store;
    if (pendingStructs || pendingDs) throw new Error("an update rests on one that is missing");
  }

  /** Puts unsaved changes into it that wait for the server already. */
  applyUnsaved(updates: Uint8Array[]): void {
    this.put(updates, UNSAVED);
  }

  /** Texts that are not saved, one a line. */
  unsavedText = (): string => this.unsaved.read();

  /** Everything is saved. */
  allSaved(): void {
    this.unsaved.clear();
  }

  /** Changes are no longer told; the document itself stays. */
  detach(): void {
    this.doc.off("update", this.updated);
    this.doc.off("afterTransaction", this.note);
  }

  destroy(): void {
    this.detach();
    this.doc.destroy();
  }

  private put(updates: Uint8Array[], origin: symbol): void {
    if (updates.length === 0) return;
    Y.transact(
      this.doc,
      () => {
        for (const update of updates) Y.applyUpdate(this.doc, update, origin);
      },
      origin,
      false,
    );
  }

  private readonly updated = (update: Uint8Array, origin: unknown): void => {
    if (origin !== REMOTE && origin !== UNSAVED) this.onChange(update);
  };

  private readonly note = (transaction: Y.Transaction): void => {
    if (transaction.origin !== REMOTE) this.unsaved.note(transaction);
  };
}
