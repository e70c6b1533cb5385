import { notFound } from "../../authorize.server";
import { pathOfItem, toldItem, toldItems } from "../../queries/told-items.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

type Reader = Pick<Viewer, "personId">;

/** Marks one's own notification read; the answer is where it leads. 404 for another's. */
export async function openNotification(services: Services, viewer: Reader, id: string): Promise<string> {
  const row = await toldItems(services.db)
    .where("n.id", "=", id)
    .where("n.person_id", "=", viewer.personId)
    .executeTakeFirst();
  if (!row) throw notFound();
  await markRead(services, viewer, id);
  return pathOfItem(toldItem(row));
}

/** One of the person's own, or all of them. What is read is not mailed any more. */
export async function markRead({ db, clock }: Services, viewer: Reader, id: string | "all"): Promise<void> {
  await db
    .updateTable("notifications")
    .set({ read_at: clock() })
    .where("person_id", "=", viewer.personId)
    .where("read_at", "is", null)
    .$if(id !== "all", (q) => q.where("id", "=", id))
    .execute();
}
