/** The statement round behind an address, for somebody who may read it, and its recipients. */
import type { Kysely } from "kysely";
import type { RecipientFacts } from "../../app/domain/statements/round";
import type { Database } from "../../db/schema/tables";
import { mayDo, notFound } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { readableDraft } from "./readable-draft.server";

/** Facts of a round. Days are YYYY-MM-DD. */
export interface Round {
  id: string;
  slug: string;
  title: string;
  background: string;
  dueOn: string;
  openedAt: Date;
  openedBy: string;
  closedAt: Date | null;
  draftId: string;
  version: { id: string; number: number; label: string; sha256: string };
}

const roundsFrom = (db: Kysely<Database>) =>
  db
    .selectFrom("statement_rounds as round")
    .innerJoin("drafts", "drafts.id", "round.draft_id")
    .innerJoin("versions as version", "version.id", "round.version_id")
    .innerJoin("persons as opener", "opener.id", "round.opened_by")
    .select(["round.id", "round.slug", "round.title", "round.background", "round.draft_id as draftId"])
    .select(["round.due_on as dueOn", "round.created_at as openedAt", "round.closed_at as closedAt"])
    .select(["opener.name as openedBy", "drafts.slug as draftSlug"])
    .select(["version.id as versionId", "version.number", "version.label", "version.sha256"]);

type Row = Awaited<ReturnType<ReturnType<typeof roundsFrom>["execute"]>>[number];

function asRound({ versionId, number, label, sha256, draftSlug: _, ...round }: Row): Round {
  return { ...round, version: { id: versionId, number, label, sha256 } };
}

/** The round with its draft and the viewer's seats. 404 when there is none or the viewer may not read it. */
export async function readableRound(services: Services, viewer: Pick<Viewer, "personId">, slug: string) {
  const row = await roundsFrom(services.db).where("round.slug", "=", slug).executeTakeFirst();
  if (!row) throw notFound();
  const { draft, actor } = await readableDraft(services, viewer, row.draftSlug);
  if (!mayDo(actor, "round.read", draft)) throw notFound();
  return { round: asRound(row), draft, actor };
}

/** The rounds of a draft, the newest first. */
export async function roundsOfDraft(db: Kysely<Database>, draftId: string): Promise<Round[]> {
  const rows = await roundsFrom(db)
    .where("round.draft_id", "=", draftId)
    .orderBy("round.n", "desc")
    .execute();
  return rows.map(asRound);
}

/** A recipient with its latest statement. */
export interface Recipient {
  party: { id: string; slug: string; name: string; shortName: string; color: number };
  letInUntil: string | null;
  askedAgainAt: Date | null;
  latest: {
    id: string;
    content: string;
    sha256: string;
    organ: string;
    section: string | null;
    organDate: string | null;
    isLate: boolean;
    isExample: boolean;
    sentAt: Date;
    sentBy: string;
  } | null;
}

/** The recipients of these rounds in the order they were asked, by the round's id. */
export async function recipientsOf(
  db: Kysely<Database>,
  roundIds: string[],
): Promise<Map<string, Recipient[]>> {
  const byRound = new Map<string, Recipient[]>(roundIds.map((id) => [id, []]));
  if (roundIds.length === 0) return byRound;
  const [recipients, statements] = await Promise.all([
    db
      .selectFrom("round_recipients as recipient")
      .innerJoin("parties as party", "party.id", "recipient.party_id")
      .select(["recipient.round_id as roundId", "recipient.let_in_until as letInUntil"])
      .select(["recipient.asked_again_at as askedAgainAt", "party.id", "party.slug", "party.name"])
      .select(["party.short_name as shortName", "party.color"])
      .where("recipient.round_id", "in", roundIds)
      .orderBy("recipient.position")
      .execute(),
    db
      .selectFrom("statements as sent")
      .innerJoin("persons", "persons.id", "sent.sent_by")
      .distinctOn(["sent.round_id", "sent.party_id"])
      .select(["sent.round_id as roundId", "sent.party_id as partyId", "sent.id", "sent.content"])
      .select(["sent.sha256", "sent.organ", "sent.section", "sent.organ_date as organDate"])
      .select(["sent.is_late as isLate", "sent.is_example as isExample", "sent.sent_at as sentAt"])
      .select("persons.name as sentBy")
      .where("sent.round_id", "in", roundIds)
      .orderBy("sent.round_id")
      .orderBy("sent.party_id")
      .orderBy("sent.n", "desc")
      .execute(),
  ]);
  for (const { roundId, letInUntil, askedAgainAt, name, ...party } of recipients) {
    const found = statements.find((one) => one.roundId === roundId && one.partyId === party.id);
    let latest: Recipient["latest"] = null;
    if (found) {
      const { roundId: _round, partyId: _party, ...statement } = found;
      latest = statement;
    }
    byRound.get(roundId)?.push({ party: { ...party, name: name.fi }, letInUntil, askedAgainAt, latest });
  }
  return byRound;
}

/** What the pure rules ask of a recipient. */
export function factsOf(
  round: Pick<Round, "dueOn" | "closedAt">,
  recipient: Omit<Recipient, "party">,
): RecipientFacts {
  return {
    dueOn: round.dueOn,
    closed: round.closedAt !== null,
    letInUntil: recipient.letInUntil,
    askedAgainAt: recipient.askedAgainAt?.toISOString() ?? null,
    sentAt: recipient.latest?.sentAt.toISOString() ?? null,
  };
}

/** A round's question. */
export interface RoundQuestion {
  id: string;
  text: string;
  categoryId: string | null;
  /** Asked of this party alone; null for everyone. */
  partyId: string | null;
}

export async function questionsOf(db: Kysely<Database>, roundId: string): Promise<RoundQuestion[]> {
  return db
    .selectFrom("round_questions")
    .select(["id", "text", "category_id as categoryId", "party_id as partyId"])
    .where("round_id", "=", roundId)
    .orderBy("position")
    .execute();
}

/** One recipient of the round by the party's address; 404 for a party that was not asked. */
export async function recipientAt(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  partySlug: string,
) {
  const found = await readableRound(services, viewer, slug);
  const recipients = (await recipientsOf(services.db, [found.round.id])).get(found.round.id) ?? [];
  const recipient = recipients.find(({ party }) => party.slug === partySlug);
  if (!recipient) throw notFound();
  const { tableId, regionId } = found.draft;
  return { ...found, recipient, subject: { tableId, regionId, partyId: recipient.party.id } };
}
