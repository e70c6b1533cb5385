import { randomUUID } from "node:crypto";
import type { Services } from "../../../server/services";

/** An initiative with a demand at the table, not published, and another that is, for questions about rights. */
export async function addInitiatives(
  { db }: Services,
  { tableId, personId }: { tableId: string; personId: string },
) {
  const add = async (isPublished: boolean) => {
    const { id, slug } = await db
      .insertInto("initiatives")
      .values({
        ...{ table_id: tableId, slug: `aloite-${randomUUID()}`, kind: "initiative", source: "" },
        ...{ title: JSON.stringify({ fi: "Aloite" }), signatories: "[]", text: JSON.stringify({ fi: "" }) },
        ...{ grounds: "[]", summary: JSON.stringify({ fi: "" }), prepared_by: "[]", presented_by: "[]" },
        ...{ created_by: personId, published_at: isPublished ? new Date() : null },
      })
      .returning(["id", "slug"])
      .executeTakeFirstOrThrow();
    await db
      .insertInto("demands")
      .values({
        ...{ initiative_id: id, position: 1, slug: "1", text: JSON.stringify({ fi: "Vaatimus" }) },
        ...{ actors: "[]", source: "" },
      })
      .execute();
    return slug;
  };
  return { slug: await add(false), published: await add(true) };
}
