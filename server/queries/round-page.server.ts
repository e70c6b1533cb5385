/** One round: the answers party by category, the summary, the proposed changes, and what the viewer may do. */
import { lastDayOf, type RecipientStatus, statusOf, whyNotSend } from "../../app/domain/statements/round";
import { type Cell, cellOf, summarize } from "../../app/domain/statements/summary";
import type { TextDocument } from "../../app/domain/text/text";
import { mayDo } from "../authorize.server";
import { dayOf } from "../finnish-day.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import type { DraftFrame } from "./draft-frame.server";
import { type ProposedChange, proposedChanges } from "./proposed-changes.server";
import {
  factsOf,
  questionsOf,
  type RoundQuestion,
  readableRound,
  recipientsOf,
} from "./readable-round.server";
import {
  categoriesOf,
  liveFrame,
  type RoundCategory,
  type RoundFacts,
  roundFacts,
} from "./round-frame.server";
import { givenStatement } from "./statement-lines.server";
import { frozenVersion } from "./version-content.server";

export interface RecipientLine {
  party: { id: string; slug: string; name: string; shortName: string };
  status: RecipientStatus;
  /** The statement came after the round's last day. */
  isLate: boolean;
  isExample: boolean;
  sentAt: string | null;
  letInUntil: string | null;
  /** A new statement is asked; the one that is there stands meanwhile. */
  askedAgain: boolean;
  /** What it said as a whole and of each category, in the order of the categories; null while nothing is sent. */
  whole: boolean;
  cells: Cell[] | null;
}

export interface OwnLine {
  slug: string;
  name: string;
  status: RecipientStatus;
  mayWrite: boolean;
  lastDay: string;
  sentAt: string | null;
}

export interface RoundPage {
  frame: DraftFrame;
  round: RoundFacts;
  categories: RoundCategory[];
  /** The frozen text that the round is about; null for a split. */
  text: TextDocument | null;
  questions: RoundQuestion[];
  recipients: RecipientLine[];
  /** Of the categories that somebody speaks of; party names. */
  summary: {
    category: RoundCategory;
    said: string[];
    changes: { party: string; text: string; isExample: boolean }[];
  }[];
  changes: ProposedChange[];
  /** The recipients that the viewer sits for. */
  own: OwnLine[];
  today: string;
  mayManage: boolean;
}

export async function roundPage(services: Services, viewer: Viewer, slug: string): Promise<RoundPage> {
  const { round, draft, actor } = await readableRound(services, viewer, slug);
  const { db } = services;
  const [{ content, split }, recipients, questions, changes, frame] = await Promise.all([
    frozenVersion(services, round.draftId, round.version.number),
    recipientsOf(db, [round.id]),
    questionsOf(db, round.id),
    proposedChanges(db, round.id),
    liveFrame(services, draft, actor),
  ]);
  const today = dayOf(services.clock());
  const categories = categoriesOf(split);
  const asked = (recipients.get(round.id) ?? []).map((recipient) => ({
    ...recipient,
    facts: factsOf(round, recipient),
    given: recipient.latest && givenStatement(recipient.party.id, recipient.latest),
  }));
  const nameOf = new Map(asked.map(({ party }) => [party.id, party.name]));
  const summary = summarize(
    categories.map(({ id }) => id),
    asked.flatMap(({ given }) => given ?? []),
  );
  return {
    ...{ frame, questions, changes, today, categories },
    text: content.kind === "text" ? content.text : null,
    round: roundFacts(round),
    recipients: asked.map(({ party, facts, given, latest, letInUntil }) => {
      const status = statusOf(facts, today);
      return {
        party: { id: party.id, slug: party.slug, name: party.name, shortName: party.shortName },
        ...{ status, letInUntil, isLate: latest?.isLate ?? false, isExample: latest?.isExample ?? false },
        sentAt: facts.sentAt,
        askedAgain: latest !== null && status !== "given",
        whole: Boolean(given?.parts.whole),
        cells: given && categories.map(({ id }) => cellOf(given, id)),
      };
    }),
    summary: summary.flatMap(({ categoryId, said, changes: proposed }, n) =>
      said.length === 0
        ? []
        : [
            {
              category: categories[n] ?? { id: categoryId, label: { fi: categoryId } },
              said: said.map((id) => nameOf.get(id) ?? ""),
              changes: proposed.map(({ partyId, text }) => ({
                party: nameOf.get(partyId) ?? "",
                text,
                isExample: asked.some(({ party, latest }) => party.id === partyId && latest?.isExample),
              })),
            },
          ],
    ),
    own: asked.flatMap((one) =>
      mayDo(actor, "statement.prepare", { ...draft, partyId: one.party.id })
        ? [
            {
              ...{ slug: one.party.slug, name: one.party.name, sentAt: one.facts.sentAt },
              status: statusOf(one.facts, today),
              mayWrite: whyNotSend(one.facts, today) === null,
              lastDay: lastDayOf(one.facts),
            },
          ]
        : [],
    ),
    mayManage: mayDo(actor, "round.manage", draft),
  };
}
