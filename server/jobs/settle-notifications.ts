/**
 * Makes mail of notifications. Each mail and the settling of what it tells are one transaction; a key that is unique
 * for the mail keeps a second server, or the same one after a crash, from writing it again.
 */
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { finnishDay, lastDigestAt, morningOf } from "../../app/domain/notifications/digest-time";
import { mailRoute } from "../../app/domain/notifications/mail-route";
import { readLeaseKey } from "../../db/lease-key";
import type { Database } from "../../db/schema/tables";
import { digestMail, immediateMail, type PersonalLink, tellingHeaders } from "../mail/compose.server";
import { createLinkToken, hashLinkToken, MAILED_LINK_DAYS } from "../mail/mailed-link-token";
import { meetingMail } from "../mail/meeting-mail.server";
import { queueMail } from "../mail/queue-mail.server";
import { unsubscribeToken } from "../mail/unsubscribe-token";
import { changedForDigest } from "../queries/draft-changes.server";
import { type ToldItem, toldItem, toldItems } from "../queries/told-items.server";
import type { MailDeps } from "./mail-deps";
import { type MailReader, mailReaders } from "./mail-readers";

/** Notifications of one look. */
const LOOK_MAX = 500;
const DAY_MS = 86_400_000;
/** Of a day in a digest's key. */
const DAY_CHARACTERS = "2026-05-20".length;

export interface Look {
  /** Only what was told after this, for the looks between; everything that is unsettled when left out. */
  since?: Date;
  /** The morning whose digests this server has been through: what changed in drafts is not asked for again. */
  doneDigestAt?: Date;
}

/** Settles what is due now, and writes the morning's digests when one has come. The answer is that morning. */
export async function settleNotifications(deps: MailDeps, { since, doneDigestAt }: Look = {}): Promise<Date> {
  const digestAt = lastDigestAt(deps.clock());
  const waiting = new Map<string, ToldItem[]>();
  const key = await readLeaseKey(deps.db);
  for (let after = 0; ; ) {
    const rows = await unsettled(deps.db, after, since);
    if (rows.length === 0) break;
    after = Number(rows.at(-1)!.n);
    const readers = await mailReaders(
      deps,
      rows.map((row) => row.person_id),
    );
    const unmailed: string[] = [];
    for (const item of rows.map(toldItem)) {
      const reader = readers.get(item.personId)!;
      const route = routeOf(deps, item, reader);
      if (route === "none") unmailed.push(item.id);
      else if (route === "now") await writeImmediate(deps, item, reader, key);
      else if (item.createdAt <= digestAt)
        waiting.set(item.personId, [...(waiting.get(item.personId) ?? []), item]);
    }
    if (unmailed.length) await settle(deps.db, unmailed, deps.clock());
  }
  const isNewMorning = doneDigestAt?.getTime() !== digestAt.getTime();
  if (!since && deps.transport)
    await writeDigests(deps, waiting, digestAt, key, isNewMorning ? "everyone" : [...waiting.keys()]);
  return digestAt;
}

function unsettled(db: Kysely<Database>, after: number, since: Date | undefined) {
  let rows = toldItems(db).where("n.settled_at", "is", null).where("n.n", ">", after);
  if (since) rows = rows.where("n.created_at", ">", since);
  return rows.orderBy("n.n").limit(LOOK_MAX).execute();
}

function routeOf({ transport }: MailDeps, item: ToldItem, { reachable, tables }: MailReader) {
  const table = tables.get(item.table.id);
  // Nobody is invited to what has been cancelled meanwhile; the cancellation itself is told.
  if (item.meeting?.state === "cancelled" && item.kind !== "meetingCancelled") return "none";
  // Whoever is on a meeting's list is invited without a seat at its table.
  const isListed = item.meeting !== null && item.detail.isListed === true;
  return mailRoute({
    kind: item.kind,
    level: table?.level ?? (isListed ? "immediately" : "none"),
    reachable: reachable && transport !== null,
    seated: table !== undefined || isListed,
    read: item.readAt !== null,
  });
}

/** The ids that were still unsettled. */
async function settle(db: Kysely<Database>, ids: string[], now: Date): Promise<string[]> {
  const rows = await db
    .updateTable("notifications")
    .set({ settled_at: now })
    .where("id", "in", ids)
    .where("settled_at", "is", null)
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

async function writeImmediate(
  { db, clock, config }: MailDeps,
  item: ToldItem,
  reader: MailReader,
  key: Uint8Array,
): Promise<void> {
  const now = clock();
  const to = {
    language: reader.language,
    origin: config.publicOrigin,
    unsubscribeToken: unsubscribeToken(key, { personId: reader.personId, tableId: item.table.id }),
  };
  await db.transaction().execute(async (trx) => {
    if ((await settle(trx, [item.id], now)).length === 0) return; // another server was here
    const link = await personalLink(trx, now, item, reader);
    await queueMail(trx, now, {
      ...(item.meeting
        ? await meetingMail({ db: trx, config, now }, item, item.meeting, reader, to)
        : immediateMail(item, to, link)),
      personId: reader.personId,
      to: reader.email!,
      kind: item.kind,
      key: `notification:${item.id}`,
      headers: item.detail.isListed ? LISTED_HEADERS : tellingHeaders(to),
    });
  });
}

/** To somebody without a seat at the table there is no subscription to end. */
const LISTED_HEADERS = { "Auto-Submitted": "auto-generated" };

/** For who speaks for the party that is asked. */
async function personalLink(
  trx: Kysely<Database>,
  now: Date,
  item: ToldItem,
  reader: MailReader,
): Promise<PersonalLink | null> {
  const purpose = PURPOSES[item.kind as keyof typeof PURPOSES];
  const speaks = item.party && reader.tables.get(item.table.id)?.speaksFor.includes(item.party.id);
  const subject = purpose === "statement" ? item.round : item.draft;
  if (!purpose || !item.party || !speaks || !subject) return null;
  const token = createLinkToken();
  const expiresAt = new Date(now.getTime() + MAILED_LINK_DAYS * DAY_MS);
  await trx
    .insertInto("mailed_links")
    .values({
      id: randomUUID(),
      token_hash: hashLinkToken(token),
      person_id: reader.personId,
      table_id: item.table.id,
      party_id: item.party.id,
      purpose,
      draft_id: item.draft?.id ?? null,
      category_id: purpose === "position" ? item.categoryId : null,
      round_id: item.round?.id ?? null,
      proposed_decision_id: purpose === "decision" ? item.subjectId : null,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute();
  return { token, expiresAt: expiresAt.toISOString() };
}

const PURPOSES = {
  positionsAsked: "position",
  statementAsked: "statement",
  statementReminder: "statement",
  statementLetIn: "statement",
  decisionAsked: "decision",
} as const;

async function writeDigests(
  deps: MailDeps,
  waiting: Map<string, ToldItem[]>,
  digestAt: Date,
  key: Uint8Array,
  personIds: string[] | "everyone",
): Promise<void> {
  const readers = await mailReaders(deps, personIds);
  const digests = await newestDigests(deps.db, [...readers.keys()]);
  for (const reader of readers.values()) {
    const last = digests.get(reader.personId) ?? null;
    if (!reader.reachable || last?.getTime() === digestAt.getTime()) continue;
    await writeDigest(deps, reader, waiting.get(reader.personId) ?? [], digestAt, last, key);
  }
}

const digestKey = ({ personId }: MailReader, digestAt: Date) => `digest:${personId}:${finnishDay(digestAt)}`;

/** The morning of each person's newest digest. */
async function newestDigests(db: Kysely<Database>, personIds: string[]): Promise<Map<string, Date>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("mails")
    .distinctOn("person_id")
    .select(["person_id", "key"])
    .where("kind", "=", "digest")
    .where("person_id", "in", personIds)
    .orderBy("person_id")
    .orderBy("n", "desc")
    .execute();
  return new Map(rows.map((row) => [row.person_id!, morningOf(row.key!.slice(-DAY_CHARACTERS))]));
}

async function writeDigest(
  { db, clock, config }: MailDeps,
  reader: MailReader,
  items: ToldItem[],
  digestAt: Date,
  after: Date | null,
  key: Uint8Array,
): Promise<void> {
  const mailed = [...reader.tables.values()].filter(({ level }) => level !== "none");
  const changed = await changedForDigest(
    db,
    reader.personId,
    mailed.map(({ id }) => id),
    after,
    digestAt,
  );
  const changes = changed.map((change) => ({ ...change, table: reader.tables.get(change.tableId)! }));
  if (items.length + changes.length === 0) return;
  const now = clock();
  const to = {
    language: reader.language,
    origin: config.publicOrigin,
    unsubscribeToken: unsubscribeToken(key, { personId: reader.personId, tableId: null }),
  };
  await db
    .transaction()
    .execute(async (trx) => {
      const settled = items.length
        ? await settle(
            trx,
            items.map(({ id }) => id),
            now,
          )
        : [];
      const told = items.filter(({ id }) => settled.includes(id));
      if (told.length + changes.length === 0) return;
      const mail = {
        ...digestMail({ at: digestAt.toISOString(), items: told, changes }, to),
        personId: reader.personId,
        to: reader.email!,
        kind: "digest",
        key: digestKey(reader, digestAt),
        headers: tellingHeaders(to),
      };
      // Another server wrote this morning's: what it has not told waits for the next one.
      if (!(await queueMail(trx, now, mail))) throw new AlreadyWritten();
    })
    .catch((error: unknown) => {
      if (!(error instanceof AlreadyWritten)) throw error;
    });
}

/** Undoes the transaction of a digest that another server has written. */
class AlreadyWritten extends Error {}
