/**
 * A seat on a document for a page that shows its rows and not its text: it hears that something changed, edits
 * nothing, and keeps no copy. It counts as being there, as any reader does.
 */
import type { ChangedWhat, PresentPerson, Refusal } from "../protocol/collab";
import { SPLIT_SCHEMA_VERSION } from "./documents/schema-version";
import type { Link } from "./link";
import { afterPresence } from "./presence-list";
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
  private people: PresentPerson[] = [];

  constructor(
    private readonly link: Link,
    private readonly documentId: string,
    private readonly tell: (news: News) => void,
    /** Told who is on the document, and null while the line is lost and nobody knows. */
    private readonly tellPeople: (people: PresentPerson[] | null) => void = () => undefined,
  ) {
    this.seat = new Seat({
      ...{ link, documentId, schema: SPLIT_SCHEMA_VERSION },
      unsavedLeases: () => [],
      onJoined: (answer, whole) => {
        this.seat.take(answer, whole);
        this.seat.held();
        this.here(answer.people);
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
      link.onDocument(documentId, "presence:changed", (message) =>
        this.here(afterPresence(this.people, message)),
      ),
      link.onDocument(documentId, "document:updates", ({ seq, updates }) => {
        this.seat.reached(seq + updates.length - 1);
        tell("text");
      }),
      link.onDocument(documentId, "document:closed", ({ refusal }) => {
        this.lost();
        // The page itself says what the viewer may see now.
        tell("missed");
        if (ANEW.includes(refusal) || PASSING.includes(refusal)) this.seat.joinLater();
      }),
      link.subscribe(() => {
        if (link.state === "connected") this.seat.join();
        else this.lost();
      }),
    ];
    this.seat.join();
  }

  private here(people: PresentPerson[]): void {
    this.people = people;
    this.tellPeople(people);
  }

  private lost(): void {
    this.seat.lost();
    this.tellPeople(null);
  }

  /** Leaves the document. */
  stop(): void {
    if (this.seat.joined) this.link.send("document:leave", { documentId: this.documentId });
    this.seat.close();
    for (const stop of this.stops) stop();
  }
}
