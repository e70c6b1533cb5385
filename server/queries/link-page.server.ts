/** What the page behind a mailed link shows: the party's positions, or the round that asks for a statement. */
import type { Services } from "../services";
import { givePositions } from "./give-positions.server";
import type { OpenLink } from "./mailed-link.server";

/** Positions of the link's party with what has changed since its person's last visit. */
export async function linkPositions(services: Services, link: OpenLink) {
  const { slug } = link.draft!;
  const { frame, since, ...data } = await givePositions(services, link, slug, link.partyId);
  return { data, draft: { slug, title: frame.title }, ...since };
}

/** What is given behind these ids, when this person gave it for this party: for the receipt. */
export async function receiptOf({ db }: Services, link: OpenLink, ids: string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom("positions")
    .select(["id", "category_id as categoryId", "value", "reason"])
    .where("id", "in", ids)
    .where("party_id", "=", link.partyId)
    .where("given_by", "=", link.personId)
    .where("draft_id", "=", link.draft!.id)
    .orderBy("n")
    .execute();
}

/** The round that asks the link's party for a statement. */
export async function linkRound({ db }: Pick<Services, "db">, link: OpenLink) {
  const round = await db
    .selectFrom("statement_rounds as r")
    .innerJoin("drafts as d", "d.id", "r.draft_id")
    .innerJoin("round_recipients as c", (on) =>
      on.onRef("c.round_id", "=", "r.id").on("c.party_id", "=", link.partyId),
    )
    .innerJoin("parties as p", "p.id", "c.party_id")
    .select([
      "r.slug",
      "r.title as name",
      "r.background",
      "r.due_on",
      "c.let_in_until",
      "d.slug as draft_slug",
    ])
    .select(["p.name as party_name", "p.slug as party_slug"])
    .select((w) =>
      w
        .exists(
          w
            .selectFrom("statements as s")
            .select("s.id")
            .whereRef("s.round_id", "=", "r.id")
            .whereRef("s.party_id", "=", "c.party_id")
            .where((v) =>
              v.or([v("c.asked_again_at", "is", null), v("s.sent_at", ">", v.ref("c.asked_again_at"))]),
            ),
        )
        .as("given"),
    )
    .where("r.id", "=", link.round!.id)
    .executeTakeFirstOrThrow();
  return {
    round: { slug: round.slug, name: round.name, background: round.background, draftSlug: round.draft_slug },
    dueOn: round.let_in_until ?? round.due_on,
    isGiven: Boolean(round.given),
    party: { name: round.party_name.fi, slug: round.party_slug },
  };
}
