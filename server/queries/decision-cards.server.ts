/** Proposed decisions as one viewer may see them: what others answered is hidden here, never by the page alone. */
import type { Verdict } from "../../app/domain/decisions/decision";
import type { Localized } from "../../app/domain/languages";
import type { DecisionCardData, PartyAnswer } from "../../app/protocol/decision-data";
import { loadActor, mayDo } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import {
  type DecisionStanding,
  type DecisionsWanted,
  decisionStandings,
  type ProposedRow,
  proposedDecisions,
} from "./decision-standing.server";

interface Party {
  id: string;
  shortName: string;
  name: Localized;
  color: number;
}

/** In the order in which they were put forward. Those of tables that the viewer may not read are left out. */
export async function decisionCards(
  services: Pick<Services, "db" | "clock">,
  viewer: Pick<Viewer, "personId">,
  wanted: DecisionsWanted,
): Promise<DecisionCardData[]> {
  const { db } = services;
  const all = await proposedDecisions(db, wanted);
  if (all.length === 0) return [];
  const actor = await loadActor(services, viewer.personId);
  const rows = all.filter((row) => mayDo(actor, "decision.read", row));
  const [standings, parties] = await Promise.all([
    decisionStandings(db, rows, services.clock()),
    partiesOf(services, rows),
  ]);
  return rows.map((row) => {
    const standing = standings.get(row.id)!;
    const state = stateOf(row);
    const own = row.entitled.filter((partyId) => mayDo(actor, "decision.answer", { ...row, partyId }));
    const sitsFor = actor.seats.flatMap(({ tableId, partyId }) =>
      tableId === row.tableId && partyId ? partyId : [],
    );
    const isVisible = mayRead(row, standing, sitsFor);
    const { draftSlug: slug, draftTitle: title } = row;
    return {
      ...{ id: row.id, text: row.text, draft: { slug, title } },
      version: { number: row.versionNumber, sha256: row.versionSha256 },
      meeting: row.meetingSlug
        ? { slug: row.meetingSlug, number: row.meetingNumber!, year: row.meetingYear! }
        : null,
      ...{ itemId: row.itemId, reveal: row.reveal, silence: row.silence },
      ...{ dueAt: row.dueAt?.toISOString() ?? null, openedAt: row.openedAt.toISOString() },
      ...{ isExample: row.isExample, state, replacedBy: row.replacedBy, replaces: row.replaces },
      endReason: row.endReason ?? "",
      verdict: isVisible ? standing.verdict : silentOnly(row, standing),
      answers: row.entitled.map((id) =>
        answerOf(parties.get(id)!, standing, isVisible || sitsFor.includes(id)),
      ),
      statements: standing.statements.map(({ partyId, ...one }) => ({
        ...one,
        party: parties.get(partyId)?.shortName ?? "",
      })),
      stated: row.decisionId
        ? {
            ...{ decisionId: row.decisionId, number: row.number!, year: row.year!, outcome: row.outcome! },
            ...{ at: row.statedAt!.toISOString(), seal: row.seal! },
          }
        : null,
      hasNewerVersion: Number(row.lastVersion) > row.versionNumber,
      mine: own.map((partyId) => {
        const given = standing.positions.find((one) => one.partyId === partyId);
        return {
          ...{ partyId, value: given?.value ?? null, reason: given?.reason ?? "" },
          mayAnswer: state === "open",
        };
      }),
      may: {
        state: state === "open" && mayDo(actor, "decision.state", row),
        replace: state === "open" && mayDo(actor, "decision.propose", row),
        enterTold: state === "open" && mayDo(actor, "decision.enterTold", row),
      },
    };
  });
}

function stateOf(row: ProposedRow): DecisionCardData["state"] {
  if (row.decisionId) return "stated";
  return row.endKind ?? "open";
}

/** By the table's rule: at once, or when one's own party has answered; and always once everybody has, or it is over. */
function mayRead(row: ProposedRow, { positions }: DecisionStanding, sitsFor: string[]): boolean {
  if (row.reveal === "atOnce" || stateOf(row) !== "open") return true;
  const answered = new Set(positions.map(({ partyId }) => partyId));
  return row.entitled.every((id) => answered.has(id)) || sitsFor.some((id) => answered.has(id));
}

/** What is told before one may see the answers: who is silent. */
function silentOnly(row: ProposedRow, { positions, verdict }: DecisionStanding): Verdict {
  if (verdict.kind === "noQuorum") return verdict;
  const answered = new Set(positions.map(({ partyId }) => partyId));
  return { kind: "waiting", for: row.entitled.filter((id) => !answered.has(id)) };
}

function answerOf(party: Party, { positions }: DecisionStanding, isVisible: boolean): PartyAnswer {
  const given = positions.find(({ partyId }) => partyId === party.id);
  const shown = isVisible ? given : undefined;
  return {
    party,
    ...{ value: shown?.value ?? null, hasAnswered: given !== undefined, reason: shown?.reason ?? "" },
    ...{ how: shown?.how ?? null, toldBy: shown?.toldBy ?? null, givenAt: shown?.givenAt ?? null },
    isExample: given?.isExample ?? false,
  };
}

/** The entitled parties by id, and those that left words beside a decision. */
export async function partiesOf(
  { db }: Pick<Services, "db">,
  rows: readonly Pick<ProposedRow, "entitled">[],
): Promise<Map<string, Party & { slug: string; genitive: string }>> {
  const ids = [...new Set(rows.flatMap(({ entitled }) => entitled))];
  if (ids.length === 0) return new Map();
  const found = await db
    .selectFrom("parties")
    .select(["id", "slug", "short_name as shortName", "name", "color", "genitive"])
    .where("id", "in", ids)
    .execute();
  return new Map(found.map((party) => [party.id, party]));
}
