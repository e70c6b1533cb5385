/** What a decision's seal holds (rule D5), from the rows of the transaction that states it. */
import type { DecisionOutcome } from "../../../app/domain/decisions/decision";
import type { DecisionContent, SealedPerson } from "../../../app/domain/decisions/seal";
import { meetingNumber } from "../../../app/domain/meetings/meeting";
import { partiesOf } from "../../queries/decision-cards.server";
import type { DecisionStanding } from "../../queries/decision-standing.server";
import type { InDecision } from "./in-decision.server";

interface Stating {
  decisionId: string;
  number: string;
  standing: DecisionStanding;
  outcome: DecisionOutcome;
  statedBy: SealedPerson;
  recordedBy: SealedPerson;
}

/** Parties are slugs, times ISO. A party whose silence is consent by the table's rule is told so. */
export async function decisionContent(
  { trx, row, now }: InDecision,
  { standing, ...stating }: Stating,
): Promise<DecisionContent> {
  const parties = await partiesOf({ db: trx }, [row]);
  const slug = (partyId: string) => parties.get(partyId)?.slug ?? partyId;
  const { name: region } = await trx
    .selectFrom("regions")
    .select("name")
    .where("id", "=", row.regionId)
    .executeTakeFirstOrThrow();
  const given = new Map(standing.positions.map((one) => [one.partyId, one]));
  return {
    kind: "decision",
    ...{ decisionId: stating.decisionId, number: stating.number },
    table: { slug: row.tableSlug, name: row.tableName.fi },
    region: region.fi,
    meeting: row.meetingSlug
      ? {
          slug: row.meetingSlug,
          number: meetingNumber({ number: row.meetingNumber!, year: row.meetingYear! }),
          item: await itemIn({ trx, row }),
        }
      : null,
    text: row.text,
    draft: { slug: row.draftSlug, title: row.draftTitle.fi },
    frozenVersion: {
      ...{ number: row.versionNumber, sha256: row.versionSha256, logPosition: Number(row.versionSeq) },
    },
    openedAt: row.openedAt.toISOString(),
    entitled: row.entitled.map(slug),
    ...{ quorum: row.quorum, silence: row.silence },
    positions: row.entitled.map((partyId) => {
      const one = given.get(partyId);
      return {
        ...{ party: slug(partyId), value: one?.value ?? null, reason: one?.reason ?? "" },
        ...{ how: one?.how ?? ("silence" as const), givenAt: one?.givenAt ?? null },
        isExample: one?.isExample ?? false,
      };
    }),
    statements: standing.statements.map(({ partyId, ...one }) => ({ party: slug(partyId), ...one })),
    presentParties: standing.present ? await slugsOf({ trx }, [...standing.present]) : null,
    ...{ outcome: stating.outcome, statedAt: now.toISOString() },
    ...{ statedBy: stating.statedBy, recordedBy: stating.recordedBy },
    corrects: await correctedBy({ trx, row }),
    isExample: row.isExample,
  };
}

async function itemIn({ trx, row }: Pick<InDecision, "trx" | "row">) {
  const items = await trx
    .selectFrom("agenda_items")
    .select(["id", "title"])
    .where("meeting_id", "=", row.meetingId)
    .where("removed_at", "is", null)
    .orderBy("position")
    .execute();
  const place = items.findIndex(({ id }) => id === row.itemId);
  return place < 0 ? null : { number: place + 1, title: items[place]!.title.fi };
}

async function slugsOf({ trx }: Pick<InDecision, "trx">, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom("parties")
    .select("slug")
    .where("id", "in", ids)
    .orderBy("slug")
    .execute();
  return rows.map(({ slug }) => slug);
}

async function correctedBy({
  trx,
  row,
}: Pick<InDecision, "trx" | "row">): Promise<DecisionContent["corrects"]> {
  if (!row.corrects) return null;
  const { sha256 } = await trx
    .selectFrom("decisions")
    .innerJoin("seals", "seals.id", "decisions.seal_id")
    .select("seals.sha256")
    .where("decisions.id", "=", row.corrects)
    .executeTakeFirstOrThrow();
  return { decisionId: row.corrects, sha256 };
}
