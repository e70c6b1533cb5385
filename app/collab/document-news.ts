/**
 * A seat on a document for a page that shows its rows and not its text: it hears that something changed, edits
 * nothing, and keeps no copy. It counts as being there, as any reader does.
 */
import type { ChangedWhat, Refusal } from "../protocol/collab";
import { SPLIT_SCHEMA_VERSION } from "./documents/schema-version";
import type { Link } from "./link";
import { Seat } from "./seat";

/** `text`: somebody edited the document itself. `missed`: nobody listened for a moment, and anything may have changed. */
export type News = ChangedWhat | "text" | "missed";

/** After these the server takes the seat back by itself. */
const PASSING: readonly Refusal[] = ["unavailable", "too-fast", "not-joined", "quarantined"];
/** The server is another than the one this page knew. */
const ANEW: readonly Refusal[] = ["restored", "foreign-client"];

export class DocumentNews {
  private readonly seat: Seat;
  private readonly stops: (() => void)[];

  constructor(
    private readonly link: Link,
    private readonly documentId: string,
    private readonly tell: (news: News) => void,
  ) {
    this.seat = new Seat({
      ...{ link, documentId, schema: SPLIT_SCHEMA_VERSION },
      unsavedLeases: () => [],
      onJoined: (answer, whole) => {
        this.seat.take(answer, whole);
        this.seat.held();
        // What changed between the page's reading and this seat was told to nobody here.
        this.tell("missed");
      },
      onRefused: (refusal) => {
        if (ANEW.includes(refusal)) this.seat.join({ whole: true, anew: true });
        else if (PASSING.includes(refusal)) this.seat.joinLater();
      },
      onSilence: () => undefined,
    });
    this.stops = [
      link.onDocument(documentId, "changed", ({ what }) => tell(what)),
      link.onDocument(documentId, "document:updates", ({ seq, updates }) => {
        this.seat.reached(seq + updates.length - 1);
        tell("text");
      }),
      link.onDocument(documentId, "document:closed", ({ refusal }) => {
        this.seat.lost();
        // The page itself says what the viewer may see now.
        tell("missed");
        if (ANEW.includes(refusal) || PASSING.includes(refusal)) this.seat.joinLater();
      }),
      link.subscribe(() => {
        if (link.state === "connected") this.seat.join();
        else this.seat.lost();
      }),
    ];
    this.seat.join();
  }

  /** Leaves the document. */
  stop(): void {
    if (this.seat.joined) this.link.send("document:leave", { documentId: this.documentId });
    this.seat.close();
    for (const stop of this.stops) stop();
  }
}
