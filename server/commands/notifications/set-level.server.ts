import { NOTIFICATION_LEVELS, type NotificationLevel } from "../../../app/domain/notifications";
import { loadActor, notFound } from "../../authorize.server";
import type { Services } from "../../services";

/** A level as a form sends it, or null for what is none. */
export const levelOf = (text: string): NotificationLevel | null =>
  NOTIFICATION_LEVELS.find((level) => level === text) ?? null;

/**
 * When mail comes of a table, or of every table where the person sits (null). 404 for a table where they do not sit.
 * The answer is the ids of the tables.
 */
export async function setLevel(
  services: Pick<Services, "db" | "clock">,
  { personId }: { personId: string },
  tableId: string | null,
  level: NotificationLevel,
): Promise<string[]> {
  const { seats } = await loadActor(services, personId);
  const seated = [...new Set(seats.map((seat) => seat.tableId))];
  const tables = tableId === null ? seated : seated.filter((id) => id === tableId);
  if (tables.length === 0) throw notFound();
  await services.db
    .insertInto("notification_levels")
    .values(tables.map((id) => ({ person_id: personId, table_id: id, level })))
    .onConflict((conflict) => conflict.columns(["person_id", "table_id"]).doUpdateSet({ level }))
    .execute();
  return tables;
}
