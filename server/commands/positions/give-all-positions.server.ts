/** Gives a party's positions on many subjects at once, each with an outcome of its own. */
import type { PositionValue } from "../../../app/domain/positions/position";
import { type SubjectText, shownText, textOfContent } from "../../../app/domain/positions/text";
import type { Outcome, Refused } from "../../../app/messages/problem";
import type { PositionRefusal } from "../../../app/protocol/positions-data";
import { type PositionRow, positionView } from "../../queries/position-rows.server";
import type { Services } from "../../services";
import { addPositions, addTo, type NewPosition, removePreparations, type Step } from "./add-positions.server";
import { checkWords, type KeptWords, type OrganWords } from "./position-words.server";
import { type Author, liveSubjects, voiceOf } from "./voice.server";

/** One position as a form sends it. */
export interface GivenPosition {
  /** Null for the draft as a whole. */
  categoryId: string | null;
  value: string;
  reason: string;
  /** Hash of the text that was shown. */
  shownHash: string;
  /** The position that was shown, null for none: another one in between is then told. Left out, it is not asked. */
  afterId?: string | null | undefined;
  /** The text that was shown, as JSON of a PositionText: for telling the difference. */
  shownText?: string | undefined;
}

export interface GivenPositions extends OrganWords {
  slug: string;
  /** The party that the author speaks for, when left out. */
  partyId?: string | undefined;
  positions: GivenPosition[];
}

export type GiveOutcome = Outcome<{ id: string; value: PositionValue; isNew: boolean }> & PositionRefusal;

/**
 * Gives each position whose text is still the one that was shown (rules P1–P4), and answers in the order given. Refused
 * as values: `textChanged` with the difference, `alreadyGiven` with what a colleague gave in between, `categoryGone`, and
 * wrong words. 403 for who does not speak for the party or an archived draft, 404 for a draft they may not read.
 */
export async function giveAllPositions(
  services: Services,
  author: Author,
  { slug, partyId, positions, ...organ }: GivenPositions,
): Promise<GiveOutcome[]> {
  const voice = await voiceOf(services, author, slug, "position.give", partyId);
  const live = await liveSubjects(services, voice.draft);
  if (!live.ok) return positions.map(() => live);
  const { text } = live;
  const now = services.clock();
  const outcomes: (GiveOutcome | KeptWords)[] = positions.map((given) => {
    const present = text(given.categoryId);
    if (!present) return live.none;
    if (present.hash !== given.shownHash) return changed(given, present);
    const checked = checkWords({ ...given, ...organ }, now);
    return checked.ok ? checked.words : checked;
  });
  const steps = outcomes.flatMap((outcome, n): (Step<PositionRow | null> & { n: number })[] => {
    const { categoryId, afterId } = positions[n]!;
    const present = text(categoryId);
    if ("ok" in outcome || !present) return [];
    const add: NewPosition = { ...outcome, ...present, toldBy: null };
    return [{ n, categoryId, decide: addTo(author, afterId, add) }];
  });
  const answers = await addPositions(services, author, voice, steps, {
    action: "position.given",
    also: (trx, added) => removePreparations(trx, voice, added),
  });
  if (answers.some(({ ok }) => ok)) services.documents.publish(voice.draft.documentId, "positions");
  const byStep = new Map(steps.map(({ n }, index) => [n, answers[index]!]));
  return outcomes.map((outcome, n): GiveOutcome => {
    if ("ok" in outcome) return outcome;
    const answer = byStep.get(n)!;
    if (answer.ok) return { ok: true, id: answer.id, value: outcome.value, isNew: answer.isNew };
    return alreadyGiven(answer.refusal, text(positions[n]!.categoryId));
  });
}

/** The text was replaced while the form was open: the difference, and what to send to give it all the same. */
export function changed(
  given: Pick<GivenPosition, "shownHash" | "shownText" | "categoryId">,
  present: SubjectText,
): Refused & PositionRefusal {
  const error = "positions.errors.textChanged";
  if (given.categoryId === null)
    return { ok: false, error, before: null, after: null, contentHash: present.hash };
  const before = given.shownText ? shownText(given.shownText, given.shownHash) : null;
  return { ok: false, error, before, after: textOfContent(present.content), contentHash: present.hash };
}

/** Somebody of the party was there in between: theirs, and what to send to give one's own in its place. */
export function alreadyGiven(
  other: PositionRow | null,
  present: SubjectText | null,
): Refused & PositionRefusal {
  return {
    ok: false,
    error: "positions.errors.alreadyGiven",
    other: other && positionView(other, present?.hash ?? null),
    afterId: other?.value ? other.id : "",
  };
}
