/** One party's statement in a round: its people write it (rule R2), everyone at the table reads what was sent. */
import { draftHash } from "../../app/domain/statements/content";
import { partsInOrder, saidParts } from "../../app/domain/statements/parts";
import { lastDayOf, type NoSending, whyNotSend } from "../../app/domain/statements/round";
import { mayDo, notFound } from "../authorize.server";
import { dayOf } from "../finnish-day.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import type { DraftFrame } from "./draft-frame.server";
import { factsOf, questionsOf, type RoundQuestion, recipientAt } from "./readable-round.server";
import {
  categoriesOf,
  liveFrame,
  type RoundCategory,
  type RoundFacts,
  roundFacts,
} from "./round-frame.server";
import { type AttachmentLine, type DraftPart, draftAttachments, draftParts } from "./statement-draft.server";
import { type StatementLine, statementsOf } from "./statement-lines.server";
import { frozenVersion } from "./version-content.server";

/** The draft as its own people see it. */
export interface DraftView {
  /** Committed texts of the parts that somebody has begun, with their documents. */
  parts: Record<string, Omit<DraftPart, "part">>;
  attachments: AttachmentLine[];
  /** Names this very text: sending asks that it is still the same. */
  hash: string;
  isEmpty: boolean;
  /** Why it may not be sent, or null. */
  why: NoSending | null;
  maySend: boolean;
}

export interface StatementPage {
  frame: DraftFrame;
  round: RoundFacts;
  party: { slug: string; name: string; genitive: string };
  lastDay: string;
  categories: RoundCategory[];
  /** Those that are asked of this party. */
  questions: RoundQuestion[];
  /** Names of all parts in the order in which they are read. */
  order: string[];
  /** Null for everyone but the party's own people, and for them once it is given. */
  draft: DraftView | null;
  /** Sent statements, the newest first. */
  statements: StatementLine[];
  askedAgain: boolean;
}

export async function statementPage(
  services: Services,
  viewer: Viewer,
  slug: string,
  partySlug: string,
): Promise<StatementPage> {
  const { round, draft, actor, recipient, subject } = await recipientAt(services, viewer, slug, partySlug);
  const { db } = services;
  const facts = factsOf(round, recipient);
  const why = whyNotSend(facts, dayOf(services.clock()));
  const [{ split }, asked, statements, frame, { genitive }] = await Promise.all([
    frozenVersion(services, round.draftId, round.version.number),
    questionsOf(db, round.id),
    statementsOf(db, round.id, recipient.party.id),
    liveFrame(services, draft, actor),
    db
      .selectFrom("parties")
      .select("genitive")
      .where("id", "=", recipient.party.id)
      .executeTakeFirstOrThrow(),
  ]);
  const categories = categoriesOf(split);
  const questions = asked.filter(({ partyId }) => partyId === null || partyId === recipient.party.id);
  const isOwn = mayDo(actor, "statement.prepare", subject);
  return {
    ...{ frame, categories, questions, statements, lastDay: lastDayOf(facts) },
    round: roundFacts(round),
    party: { slug: recipient.party.slug, name: recipient.party.name, genitive },
    order: partsInOrder(
      categories.map(({ id }) => id),
      questions.map(({ id }) => id),
    ),
    draft:
      isOwn && why !== "given"
        ? await draftView(
            services,
            round.id,
            recipient.party.id,
            why,
            mayDo(actor, "statement.send", subject),
          )
        : null,
    askedAgain: statements.length > 0 && why !== "given",
  };
}

async function draftView(
  services: Services,
  roundId: string,
  partyId: string,
  why: NoSending | null,
  maySend: boolean,
): Promise<DraftView> {
  const [written, attachments] = await Promise.all([
    draftParts(services, roundId, partyId),
    draftAttachments(services, roundId, partyId),
  ]);
  const said = saidParts(written);
  return {
    parts: Object.fromEntries(written.map(({ part, ...rest }) => [part, rest])),
    attachments,
    hash: draftHash(
      said,
      attachments.map(({ sha256 }) => sha256),
    ),
    isEmpty: Object.keys(said.parts).length === 0,
    ...{ why, maySend },
  };
}

/** What the page of attachments shows. 404 for everyone but the party's own people: drafts of others are nobody's. */
export async function attachmentsPage(services: Services, viewer: Viewer, slug: string, partySlug: string) {
  const { round, draft, actor, recipient, subject } = await recipientAt(services, viewer, slug, partySlug);
  if (!mayDo(actor, "statement.prepare", subject)) throw notFound();
  const why = whyNotSend(factsOf(round, recipient), dayOf(services.clock()));
  return {
    frame: await liveFrame(services, draft, actor),
    round: roundFacts(round),
    party: { slug: recipient.party.slug, name: recipient.party.name },
    attachments: await draftAttachments(services, round.id, recipient.party.id),
    mayChange: why === null,
  };
}

/**
 * An attachment's bytes: for the party's own people while it is in their draft, for everyone at the table once it was
 * sent. 404 otherwise.
 */
export async function attachmentFile(
  services: Services,
  viewer: Viewer,
  slug: string,
  partySlug: string,
  attachmentId: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { round, actor, recipient, subject } = await recipientAt(services, viewer, slug, partySlug);
  const { db } = services;
  const isOwn = mayDo(actor, "statement.prepare", subject);
  const drafted = isOwn ? await draftAttachments(services, round.id, recipient.party.id) : [];
  const sent = (await statementsOf(db, round.id, recipient.party.id)).flatMap(
    ({ attachments }) => attachments,
  );
  if (![...drafted, ...sent].some(({ id }) => id === attachmentId)) throw notFound();
  return db
    .selectFrom("attachments")
    .select(["name", "bytes"])
    .where("id", "=", attachmentId)
    .executeTakeFirstOrThrow();
}
