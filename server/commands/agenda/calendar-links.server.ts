/** Addresses of calendars that a person gives to a program: made, and taken out of use (rule K7). */
import type { Outcome } from "../../../app/messages/problem";
import { loadActor, mayDo } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import { createLinkToken, hashLinkToken } from "../../mail/mailed-link-token";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

/** Links in use of one person. */
export const CALENDAR_LINKS_MAX = 20;

/** For one table where the person sits, by its address, or (empty) for all of them. The answer holds the token: only its hash is kept. */
export async function makeCalendarLink(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  tableSlug: string,
): Promise<Outcome<{ token: string }>> {
  const actor = await loadActor(services, viewer.personId);
  const table = tableSlug
    ? await services.db.selectFrom("tables").select("id").where("slug", "=", tableSlug).executeTakeFirst()
    : null;
  const seat = table && actor.seats.find(({ tableId }) => tableId === table.id);
  if (table === undefined || (table && !(seat && mayDo(actor, "meeting.read", seat))))
    return { ok: false, field: "table", error: "agenda.error.noTable" };
  const token = createLinkToken();
  return services.db.transaction().execute(async (trx): Promise<Outcome<{ token: string }>> => {
    // The person's own row makes those who press twice take turns.
    await trx.selectFrom("persons").select("id").where("id", "=", viewer.personId).forUpdate().execute();
    const links = await trx
      .selectFrom("calendar_links")
      .select("id")
      .where("person_id", "=", viewer.personId)
      .where("revoked_at", "is", null)
      .execute();
    if (links.length >= CALENDAR_LINKS_MAX)
      return {
        ...{ ok: false, field: "table", error: "agenda.error.manyCalendars" },
        values: { max: CALENDAR_LINKS_MAX },
      };
    const { id } = await trx
      .insertInto("calendar_links")
      .values({
        ...{ token_hash: hashLinkToken(token), person_id: viewer.personId, table_id: table?.id ?? null },
        created_at: services.clock(),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: "calendar.linkMade", subjectKind: "person" },
      ...{ subjectId: viewer.personId, detail: { link: id, tableId: table?.id ?? null } },
    });
    return { ok: true, token };
  });
}

/** One's own; what is not theirs is left as it is. */
export async function revokeCalendarLink(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  linkId: string,
): Promise<void> {
  await services.db.transaction().execute(async (trx) => {
    const revoked = await trx
      .updateTable("calendar_links")
      .set({ revoked_at: services.clock() })
      .where("id", "=", linkId)
      .where("person_id", "=", viewer.personId)
      .where("revoked_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!revoked) return;
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: "calendar.linkRevoked", subjectKind: "person" },
      ...{ subjectId: viewer.personId, detail: { link: linkId } },
    });
  });
}
