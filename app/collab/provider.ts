/**
 * A live document in a browser or a program: the document, and the truth about what of it is saved. Unsaved changes
 * go again, with the same ids, after a lost connection; where the device keeps them, they survive the tab too.
 */
import type * as Y from "yjs";
import type { PresenceState } from "../protocol/collab";
import { DocumentSession } from "./document-session";
import type { DocumentStatus } from "./document-status";
import type { Link } from "./link";
import type { ProviderOptions } from "./provider-options";

export class DocumentProvider {
  private readonly session: DocumentSession;

  constructor(link: Link, documentId: string, options: ProviderOptions = {}) {
    this.session = new DocumentSession(link, documentId, options);
  }

  /** The document as it is now: another object after the server was restored, or this copy was fetched again. */
  get doc(): Y.Doc {
    return this.session.doc;
  }

  getStatus = (): DocumentStatus => this.session.status.get();

  /** Calls the listener after every change of status; the answer stops that. */
  subscribe = (listener: () => void): (() => void) => this.session.status.subscribe(listener);

  /** Tells the others what this tab has open, types in or moves; merged with what was told before. */
  setPresence = (state: PresenceState): void => this.session.presence.set(state);

  /** Texts this tab changed that are not saved, one a line. */
  unsavedText = (): string => this.session.copies.current.unsavedText();

  /** Number of changes that are not saved. */
  get unsavedCount(): number {
    return this.session.outbox.count;
  }

  /** Resolves after the first sync; rejects when the document cannot be opened. */
  whenSynced(): Promise<void> {
    return this.until(({ synced }) => synced);
  }

  /** Resolves when every change is committed; rejects when they cannot be. */
  whenSaved(): Promise<void> {
    return this.until(({ synced }) => synced && this.unsavedCount === 0);
  }

  /** Resolves when what is unsaved is on the device, if it keeps anything: see the status. */
  whenKept = (): Promise<void> => this.session.keeper.settled();

  /** The person has looked through the review copy: it is forgotten. */
  settleReview = async (): Promise<void> => {
    const { reviews } = this.session;
    if (reviews.first) await reviews.settle(reviews.first.id);
  };

  /** Forgets unsaved changes, on the device too. The copy still has them: open the document again. */
  discard = (): Promise<void> => this.session.discard();

  /** Leaves the document. Unsaved changes stay on the device, if it keeps them: see `whenSaved`. */
  destroy = (): void => this.session.destroy();

  private until(done: (status: DocumentStatus) => boolean): Promise<void> {
    return this.session.status.until(done, () => this.session.destroyed);
  }
}
