/** How this tab stands with a live document, in the server's words and its own. */
import type {
  DocumentAccess,
  PresenceMessage,
  PresentPerson,
  ReadOnlyReason,
  Refusal,
} from "../protocol/collab";
import type { Copies } from "./copies";
import type { Keeper } from "./device";
import { type DocumentStatus, saveStateOf } from "./document-status";
import type { Link } from "./link";
import type { Outbox } from "./outbox";
import { afterPresence } from "./presence-list";
import type { ReviewCopies } from "./review-copies";
import type { Joined, Seat } from "./seat";

/** Refusals that end when the right to write comes back, and the one that only the right to edit ends. */
const UNTIL_WRITE: readonly Refusal[] = ["locked", "read-only", "quarantined"];
const UNTIL_EDIT: Refusal = "only-suggest";

/** What else a status tells of. */
interface Around {
  link: Link;
  seat: Seat;
  outbox: Outbox;
  keeper: Keeper;
  copies: Copies;
  reviews: ReviewCopies;
}

export class Standing {
  /** There is a document to show. */
  synced = false;
  /** `atJoin`: a seat was refused, and not a change; another try may end it. */
  refused: { refusal: Refusal; atJoin: boolean } | null = null;
  /** Milliseconds since the epoch. */
  savedAt: number | null = null;
  private access: DocumentAccess = "read";
  private reason: ReadOnlyReason | undefined;
  private people: PresentPerson[] = [];
  private offlineSince = Date.now();

  welcome({ people }: Joined): void {
    this.people = people;
    if (this.refused?.atJoin) this.refused = null;
  }

  hear(message: PresenceMessage): void {
    this.people = afterPresence(this.people, message);
  }

  allow(access: DocumentAccess, reason: ReadOnlyReason | undefined): void {
    this.access = access;
    this.reason = reason;
    // The draft was unlocked, or the role came back: what was refused for that goes again.
    const refusal = this.refused?.refusal;
    if (refusal && access !== "read" && UNTIL_WRITE.includes(refusal)) this.refused = null;
    if (refusal === UNTIL_EDIT && access === "edit") this.refused = null;
  }

  lost(wasJoined: boolean): void {
    if (wasJoined) this.offlineSince = Date.now();
    this.people = [];
  }

  read({ link, seat, outbox, keeper, copies, reviews }: Around): DocumentStatus {
    const { synced, people, access, reason, offlineSince, savedAt } = this;
    const { count, since } = outbox;
    const refusal = this.refused?.refusal ?? null;
    const restoring = copies.isRestoring;
    return {
      state: saveStateOf({
        ...{ connection: link.state, joined: seat.joined || seat.settling, synced, restoring },
        ...{ refusal, access, reason, count, since, offlineSince, savedAt },
        ...{ kept: keeper.keeps === true, seq: seat.place?.seq ?? 0 },
      }),
      access: refusal || restoring ? "read" : access,
      ...{ synced, people },
      connectionId: link.id,
      keepsOnDevice: keeper.keeps,
      review: reviews.first,
    };
  }
}
