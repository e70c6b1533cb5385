import type { Outcome } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { type TableWords, tableWordsProblem } from "./create-table.server";
import { managedTable } from "./table-subject.server";

/** Renames a table, tells its purpose anew, and says whether observers may comment. */
export async function changeTable(
  services: Services,
  viewer: Viewer,
  tableSlug: string,
  { observersComment, ...words }: TableWords & { observersComment: boolean },
): Promise<Outcome> {
  const table = await managedTable(services, viewer, tableSlug);
  const problem = tableWordsProblem(words);
  if (problem) return problem;
  await services.db.transaction().execute(async (trx) => {
    await trx
      .updateTable("tables")
      .set({
        name: JSON.stringify(words.name),
        purpose: JSON.stringify(words.purpose),
        observers_comment: observersComment,
      })
      .where("id", "=", table.tableId)
      .execute();
    await recordAudit(trx, {
      personId: viewer.personId,
      action: "table.changed",
      subjectKind: "table",
      subjectId: table.tableId,
      detail: { before: table.name, name: words.name, observersComment },
    });
  });
  return { ok: true };
}
