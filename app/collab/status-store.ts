/** A status that is read anew after every change, for React and for programs that wait. */
import { type DocumentStatus, waitFor, whyHopeless } from "./document-status";

export class StatusStore {
  private readonly listeners = new Set<() => void>();
  private current: DocumentStatus;

  constructor(private readonly read: () => DocumentStatus) {
    this.current = read();
  }

  readonly get = (): DocumentStatus => this.current;

  /** Calls the listener after every change of status; the answer stops that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  tell(): void {
    this.current = this.read();
    for (const listener of this.listeners) listener();
  }

  /** Resolves when `done`; rejects when it never will be. `isOver`: nothing more will come. */
  until(done: (status: DocumentStatus) => boolean, isOver: () => boolean): Promise<void> {
    const why = () => (isOver() ? "the document was closed" : whyHopeless(this.current.state));
    return waitFor(this.subscribe, () => done(this.current), why);
  }
}
