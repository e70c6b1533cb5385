/** What a mailed link is for, and whether it still works: looked up by the token's hash, rights asked at every use. */
import { loadActor, mayDo } from "../authorize.server";
import { hashLinkToken } from "../mail/mailed-link-token";
import type { Services } from "../services";

export type ClosedLink = "unknown" | "expired" | "revoked" | "noRight" | "closed";

export interface OpenLink {
  id: string;
  personId: string;
  personName: string;
  language: string;
  partyId: string;
  partySlug: string;
  purpose: "position" | "statement" | "decision";
  draft: { id: string; slug: string; documentId: string } | null;
  round: { id: string; slug: string } | null;
  proposedDecisionId: string | null;
}

/** The link as it stands now, with the seat that its person has now. Nothing is written. */
export async function mailedLink(
  services: Pick<Services, "db" | "clock">,
  token: string,
): Promise<{ open: OpenLink } | { closed: ClosedLink }> {
  const row = await services.db
    .selectFrom("mailed_links as l")
    .innerJoin("persons as p", "p.id", "l.person_id")
    .innerJoin("parties", "parties.id", "l.party_id")
    .innerJoin("tables as t", "t.id", "l.table_id")
    .leftJoin("drafts as d", "d.id", "l.draft_id")
    .leftJoin("statement_rounds as r", "r.id", "l.round_id")
    .select(["l.id", "l.person_id", "l.party_id", "l.table_id", "l.purpose", "l.expires_at", "l.revoked_at"])
    .select(["p.name", "p.language", "parties.slug as party_slug", "t.region_id"])
    .select(["d.id as draft_id", "d.slug as draft_slug", "d.document_id", "d.state"])
    .leftJoin("proposed_decision_ends as e", "e.proposed_decision_id", "l.proposed_decision_id")
    .leftJoin("decisions as s", "s.proposed_decision_id", "l.proposed_decision_id")
    .select(["r.id as round_id", "r.slug as round_slug", "r.closed_at"])
    .select(["l.proposed_decision_id", "e.ended_at", "s.stated_at"])
    .where("l.token_hash", "=", hashLinkToken(token))
    .executeTakeFirst();
  if (!row) return { closed: "unknown" };
  if (row.revoked_at) return { closed: "revoked" };
  if (row.expires_at <= services.clock()) return { closed: "expired" };
  const actor = await loadActor(services, row.person_id);
  const subject = { tableId: row.table_id, regionId: row.region_id, partyId: row.party_id };
  const speaks = mayDo(actor, "statement.send", subject);
  if (!speaks) return { closed: "noRight" };
  if (isOver(row)) return { closed: "closed" };
  return {
    open: {
      ...{ id: row.id, personId: row.person_id, personName: row.name, language: row.language },
      ...{ partyId: row.party_id, partySlug: row.party_slug, purpose: row.purpose },
      draft:
        row.draft_id && row.draft_slug && row.document_id
          ? { id: row.draft_id, slug: row.draft_slug, documentId: row.document_id }
          : null,
      round: row.round_id && row.round_slug ? { id: row.round_id, slug: row.round_slug } : null,
      proposedDecisionId: row.proposed_decision_id,
    },
  };
}

interface Ends {
  purpose: OpenLink["purpose"];
  state: string | null;
  closed_at: Date | null;
  ended_at: Date | null;
  stated_at: Date | null;
}

/** Nothing more is taken on what the link is about. */
function isOver({ purpose, state, closed_at, ended_at, stated_at }: Ends): boolean {
  switch (purpose) {
    case "position":
      return state === "archived";
    case "statement":
      return closed_at !== null;
    case "decision":
      return ended_at !== null || stated_at !== null;
  }
}
