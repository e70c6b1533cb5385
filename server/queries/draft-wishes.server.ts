import type { Services } from "../services";

/**
 * On whose wish each category was changed, by category id (rule S6): the latest wish recorded after the
 * log position `after` and up to `until`. An emptied wish counts as none.
 */
export async function wishesBetween(
  { db }: Pick<Services, "db">,
  documentId: string,
  after = 0,
  until: number | null = null,
): Promise<Record<string, string>> {
  let query = db
    .selectFrom("change_remarks")
    .distinctOn("category_id")
    .select(["category_id as categoryId", "wish"])
    .where("document_id", "=", documentId)
    .where("seq", ">", after)
    .orderBy("category_id")
    .orderBy("created_at", "desc");
  if (until !== null) query = query.where("seq", "<=", until);
  const rows = await query.execute();
  return Object.fromEntries(
    rows.filter(({ wish }) => wish).map(({ categoryId, wish }) => [categoryId, wish]),
  );
}
