/** Addresses that mail came back from: told to those who can ask their person for a better one. */
import { loadActor, mayDo, notAllowed } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";

/** Addresses that one page shows, the latest first. */
export const BOUNCES_SHOWN_MAX = 200;

/** Whose addresses the viewer looks after: everybody's, those at these tables, or null for nobody's. */
export async function bounceScope(
  services: Services,
  { personId }: Pick<Viewer, "personId">,
): Promise<"everybody" | { tableIds: string[] } | null> {
  const actor = await loadActor(services, personId);
  if (actor.isAdministrator) return "everybody";
  const managed = actor.seats.filter((seat) => mayDo(actor, "table.manage", seat));
  return managed.length ? { tableIds: managed.map(({ tableId }) => tableId) } : null;
}

/** Bounces that nobody cleared, in the viewer's scope. 403 for who looks after nobody's addresses. */
export function openBounces({ db, clock }: Services, scope: Awaited<ReturnType<typeof bounceScope>>) {
  if (!scope) throw notAllowed();
  const now = clock();
  return db
    .selectFrom("bounces")
    .leftJoin("persons", (join) =>
      join.on((on) => on(on.fn("lower", ["persons.email"]), "=", on.fn("lower", ["bounces.address"]))),
    )
    .select(["bounces.id", "bounces.address", "bounces.reason", "bounces.created_at", "persons.name"])
    .where("bounces.cleared_at", "is", null)
    .$if(scope !== "everybody", (query) =>
      query.where("persons.id", "in", (in_) =>
        in_
          .selectFrom("memberships")
          .select("memberships.person_id")
          .where("memberships.table_id", "in", scope === "everybody" ? [] : scope.tableIds)
          .where("memberships.starts_at", "<=", now)
          .where((w) => w.or([w("memberships.ends_at", "is", null), w("memberships.ends_at", ">", now)])),
      ),
    );
}

/** One line an address: its latest reason. */
export async function bouncesPage(services: Services, viewer: Viewer) {
  const rows = await openBounces(services, await bounceScope(services, viewer))
    .orderBy("bounces.created_at", "desc")
    .execute();
  const latest = new Map(rows.toReversed().map((row) => [row.address.toLowerCase(), row]));
  const bounces = [...latest.values()]
    .sort((a, b) => b.created_at.getTime() - a.created_at.getTime())
    .slice(0, BOUNCES_SHOWN_MAX)
    .map((row) => ({
      id: row.id,
      address: row.address,
      person: row.name,
      reason: row.reason,
      at: row.created_at.toISOString(),
    }));
  return { bounces };
}
