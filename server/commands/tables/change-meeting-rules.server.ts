import { QUORUM_RULES, RECORD_KINDS } from "../../../app/domain/meetings/meeting";
import type { Outcome } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { managedTable } from "./table-subject.server";

const CHOICES = {
  recordKind: RECORD_KINDS,
  quorum: QUORUM_RULES,
  reveal: ["afterOwn", "atOnce"],
  silence: ["waits", "consents"],
} as const;
type Name = keyof typeof CHOICES;

/** How the table keeps its record and decides. What is there already keeps the rules it was made with. */
export async function changeMeetingRules(
  services: Services,
  viewer: Viewer,
  tableSlug: string,
  given: Record<Name, string>,
): Promise<Outcome> {
  const table = await managedTable(services, viewer, tableSlug);
  for (const name of Object.keys(CHOICES) as Name[])
    if (!(CHOICES[name] as readonly string[]).includes(given[name]))
      return { ok: false, field: name, error: "agenda.error.noChoice" };
  const rules = given as { [N in Name]: (typeof CHOICES)[N][number] };
  await services.db.transaction().execute(async (trx) => {
    await trx
      .updateTable("tables")
      .set({
        ...{ record_kind: rules.recordKind, quorum: rules.quorum },
        ...{ reveal: rules.reveal, silence: rules.silence },
      })
      .where("id", "=", table.tableId)
      .execute();
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: "table.meetingRulesChanged", subjectKind: "table" },
      ...{ subjectId: table.tableId, detail: rules },
    });
  });
  return { ok: true };
}
