import type { Kysely } from "kysely";
import type { Database } from "../../../db/schema/tables";
import { type Telling, tell } from "../../events/tell.server";
import { seatedAt } from "../../queries/party-people.server";
import type { MeetingFacts } from "../../queries/readable-meeting.server";

/** Tells everybody who sits at the table, and so may read the minutes of its meeting. */
export async function tellTable(
  trx: Kysely<Database>,
  now: Date,
  meeting: Pick<MeetingFacts, "id" | "tableId" | "recordKind">,
  { key, detail, ...telling }: Pick<Telling, "kind" | "actorId" | "detail" | "key">,
): Promise<void> {
  const to = (await seatedAt(trx, meeting.tableId, now)).map(({ personId }) => personId);
  const about = { tableId: meeting.tableId, subjectId: meeting.id, key: `minutes:${meeting.id}:${key}` };
  await tell(trx, now, {
    ...{ ...telling, ...about, to },
    detail: { ...detail, recordKind: meeting.recordKind },
  });
}
