/** A person's notifications and their choices of mail, table by table. */
import { inLanguage, type Language } from "../../app/domain/languages";
import type { NotificationLevel } from "../../app/domain/notifications";
import { mailReaders } from "../jobs/mail-readers";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { pathOfItem, toldItem, toldItems, wordsOfItem } from "./told-items.server";

/** Notifications of one page. */
export const NOTIFICATIONS_PER_PAGE = 50;

export type NotificationLine = Awaited<ReturnType<typeof notificationsPage>>["lines"][number];

/** Newest first; `before` is the number of the last one on the page before, for the older ones. */
export async function notificationsPage(
  services: Services,
  viewer: Viewer,
  language: Language,
  before: number | null,
) {
  const rows = await toldItems(services.db)
    .where("n.person_id", "=", viewer.personId)
    .$if(before !== null, (q) => q.where("n.n", "<", before!))
    .orderBy("n.n", "desc")
    .limit(NOTIFICATIONS_PER_PAGE + 1)
    .execute();
  const reader = (await mailReaders(services, [viewer.personId])).get(viewer.personId);
  const page = rows.slice(0, NOTIFICATIONS_PER_PAGE);
  return {
    lines: page.map((row) => lineOf(toldItem(row), language)),
    older: rows.length > page.length ? Number(page.at(-1)!.n) : null,
    mail: {
      address: reader?.email ?? null,
      bounced: reader ? reader.email !== null && !reader.reachable : false,
      tables: [...(reader?.tables.values() ?? [])].map(({ id, name, level }) => ({
        id,
        name: inLanguage(name, language),
        level: level as NotificationLevel,
      })),
    },
  };
}

function lineOf(item: ReturnType<typeof toldItem>, language: Language) {
  return {
    id: item.id,
    // A person's name is the same in every language; who is gone has none.
    ...wordsOfItem(item, language, "?"),
    to: pathOfItem(item),
    table: inLanguage(item.table.name, language),
    dueOn: item.dueOn,
    excerpt: typeof item.detail.excerpt === "string" ? item.detail.excerpt : "",
    at: item.createdAt.toISOString(),
    isNew: item.readAt === null,
  };
}
