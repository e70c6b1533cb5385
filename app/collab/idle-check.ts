/** After every change that is followed by quiet: is this copy the same as the server's, and has a tab left something? */
import type * as Y from "yjs";
import type { Link } from "./link";
import { report } from "./report";

/** So long without a change. Milliseconds. */
export const IDLE_MILLISECONDS = 60_000;
/** Tabs that saw the same last change do not all ask at once. */
const SPREAD_MILLISECONDS = 10_000;

export interface IdleCheckDeps {
  link: Link;
  documentId: string;
  contentHash: ((doc: Y.Doc) => string | Promise<string>) | undefined;
  /** The copy and its sequence number, or null while it may not be compared: unsaved changes, no seat. */
  comparable: () => { doc: Y.Doc; seq: number } | null;
  /** Equal sequence numbers with different content: the copy is not to be trusted. */
  onDifferent: () => void;
  /** The server is at another sequence number, though nothing came: what is missing must be asked for. */
  onElsewhere: () => void;
  onIdle: () => void;
}

export class IdleCheck {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly deps: IdleCheckDeps) {}

  /** Something changed: quiet begins anew. */
  touch(): void {
    clearTimeout(this.timer);
    const wait = IDLE_MILLISECONDS + Math.random() * SPREAD_MILLISECONDS;
    this.timer = setTimeout(() => void this.check(), wait);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async check(): Promise<void> {
    const { link, documentId, contentHash, comparable, onDifferent, onElsewhere, onIdle } = this.deps;
    onIdle();
    const compared = comparable();
    if (!compared || !contentHash) return;
    const unchanged = () => {
      const now = comparable();
      return now?.doc === compared.doc && now.seq === compared.seq;
    };
    const hash = await Promise.resolve(compared.doc)
      .then(contentHash)
      .catch(() => null); // what computes it could not be loaded: the next quiet tries again
    if (hash === null || !unchanged()) return;
    const answer = await link
      .ask("document:verify", { documentId, seq: compared.seq, hash })
      .catch(() => null); // no answer, no news: the next quiet asks again
    if (!answer?.ok || answer.same === true || !unchanged()) return;
    if (answer.same === null) return onElsewhere();
    report("this copy differed from the server's at the same sequence number; it is fetched again");
    onDifferent();
  }
}
