import type { Services } from "../services";

/** Shown as "99+": more are not counted. */
export const UNREAD_SHOWN_MAX = 99;

/** How many of a person's notifications are unread, at most one more than are shown. */
export async function unreadCount({ db }: Pick<Services, "db">, personId: string): Promise<number> {
  const rows = await db
    .selectFrom("notifications")
    .select("id")
    .where("person_id", "=", personId)
    .where("read_at", "is", null)
    .limit(UNREAD_SHOWN_MAX + 1)
    .execute();
  return rows.length;
}
