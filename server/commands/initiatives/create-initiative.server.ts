import { sql } from "kysely";
import { parseInitiative, type TypedInitiative } from "../../../app/domain/initiatives/new-initiative";
import { freeSlug } from "../../../app/domain/slug";
import type { Outcome } from "../../../app/messages/problem";
import { mayDo, notAllowed } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { tableFor } from "../tables/table-subject.server";
import { flawProblem } from "./flaw-problem.server";

/** Any number: takes turns of those who add initiatives, so that two never choose the same slug. */
const SLUG_LOCK = 7_213_005;

/** A new initiative at the table, with its demands (rule N1). Answers its slug. */
export async function createInitiative(
  services: Services,
  viewer: Viewer,
  tableSlug: string,
  typed: TypedInitiative,
): Promise<Outcome<{ slug: string }>> {
  const { table, actor } = await tableFor(services, viewer, tableSlug, "table.read");
  if (!mayDo(actor, "initiative.manage", table)) throw notAllowed();
  const parsed = parseInitiative(typed);
  if ("flaw" in parsed) return flawProblem(parsed);
  const now = services.clock();
  const slug = await services.db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${SLUG_LOCK})`.execute(trx);
    const taken = new Set(
      (await trx.selectFrom("initiatives").select("slug").execute()).map((row) => row.slug),
    );
    const chosen = freeSlug(parsed.title, (one) => taken.has(one));
    const { id } = await trx
      .insertInto("initiatives")
      .values({
        ...{ table_id: table.tableId, slug: chosen, kind: parsed.kind, source: parsed.source },
        title: JSON.stringify({ fi: parsed.title }),
        signatories: JSON.stringify(parsed.signatories),
        ...{ submitted_on: parsed.submittedOn, target_year: parsed.targetYear },
        text: JSON.stringify({ fi: parsed.text }),
        ...{ grounds: "[]", summary: JSON.stringify({ fi: "" }), prepared_by: "[]", presented_by: "[]" },
        ...{ created_by: viewer.personId, created_at: now },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx
      .insertInto("demands")
      .values(
        parsed.demands.map((text, index) => ({
          ...{ initiative_id: id, position: index + 1, slug: String(index + 1) },
          ...{ text: JSON.stringify({ fi: text }), actors: "[]", source: "" },
        })),
      )
      .execute();
    const detail = { slug: chosen, demands: parsed.demands.length };
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: "initiative.created" },
      ...{ subjectKind: "initiative", subjectId: id, detail },
    });
    return chosen;
  });
  return { ok: true, slug };
}
