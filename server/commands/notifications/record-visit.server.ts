import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

/**
 * Remembers that a person has seen a draft as it is now. The caller has authorized the reading. A visit never goes back;
 * one that cannot be recorded is no reason to show no page.
 */
export async function recordVisit(
  { db, clock, log }: Pick<Services, "db" | "clock" | "log">,
  { personId }: Pick<Viewer, "personId">,
  slug: string,
): Promise<void> {
  try {
    await db
      .insertInto("draft_visits")
      .columns(["person_id", "draft_id", "seq", "visited_at"])
      .expression((s) =>
        s
          .selectFrom("drafts as d")
          .innerJoin("documents as o", "o.id", "d.document_id")
          .select((w) => [
            w.val(personId).$castTo<string>().as("person_id"),
            "d.id",
            "o.last_seq",
            w.val(clock()).as("visited_at"),
          ])
          .where("d.slug", "=", slug),
      )
      .onConflict((conflict) =>
        conflict.columns(["person_id", "draft_id"]).doUpdateSet(({ fn, ref }) => ({
          seq: fn<number>("greatest", [ref("draft_visits.seq"), ref("excluded.seq")]),
          visited_at: ref("excluded.visited_at"),
        })),
      )
      .execute();
  } catch (error) {
    log.warn({ err: error }, "a visit could not be recorded");
  }
}
