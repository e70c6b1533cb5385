/** A table where everything says "järjestö" in some form, for tests of the search. */
import { randomUUID } from "node:crypto";
import type { Role } from "../../app/domain/policy";
import { addDraft } from "../../server/commands/drafts/add-draft.server";
import type { Services } from "../../server/services";
import { addPerson, addTable, signedIn, sit } from "./people";
import { aCategory } from "./splits";

const HOUR_MS = 3_600_000;
export type SearchWorld = Awaited<ReturnType<typeof addSearchWorld>>;

/** A table with its secretary, a draft, a comment and a round: all of them say "järjestö" in some form, and the place. */
export async function addSearchWorld(services: Services, place: string) {
  const { db } = services;
  const table = await addTable(services, `poyta-${randomUUID()}`);
  const viewer = await seated(services, table.id, "secretary");
  const split = {
    categories: [
      aCategory({
        ...{
          id: "kohtaaminen",
          order: "a0",
          label: { fi: `Järjestöjen kohtaamispaikat ${place}`, sv: "Mötesplatser" },
        },
        rationale: { fi: "Ikääntyneet tapaavat toisiaan.", sv: "Föreningarna ordnar verksamheten." },
      }),
      aCategory({
        id: "liikunta",
        order: "a1",
        label: { fi: `Liikunta ${place}` },
        rationale: { fi: "Vapaaehtoisuutta" },
      }),
    ],
  };
  const { slug } = await db.transaction().execute((trx) =>
    addDraft(trx, viewer, {
      ...{ tableId: table.id, content: { kind: "split" as const, split }, sideNotes: {}, background: [] },
      title: { fi: `Järjestöavustukset ${place}`, sv: "Föreningsbidragen" },
    }),
  );
  const draft = await db
    .selectFrom("drafts")
    .select(["id", "document_id as documentId", "slug"])
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  const version = await db
    .insertInto("versions")
    .values({
      ...{ draft_id: draft.id, number: 1, label: "1", meeting_date: null, seq: 1, content: "{}", sha256: "" },
      frozen_by: viewer.personId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const thread = await db
    .insertInto("threads")
    .values({
      ...{ table_id: table.id, subject_kind: "category", subject_id: draft.id, draft_id: draft.id },
      ...{ category_id: "kohtaaminen", opened_by: viewer.personId },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const comment = await say(services, thread.id, viewer.personId, `Mitä järjestöille ${place} jää?`);
  const round = await db
    .insertInto("statement_rounds")
    .values({
      ...{ table_id: table.id, draft_id: draft.id, version_id: version.id, slug: `kierros-${randomUUID()}` },
      ...{ title: "Kierros", background: "", due_on: "2026-12-01", opened_by: viewer.personId },
    })
    .returning(["id", "slug"])
    .executeTakeFirstOrThrow();
  return { table, viewer, draft, thread: thread.id, comment, round };
}

export async function seated(
  services: Services,
  tableId: string,
  role: Role,
  times: { ends?: number; starts?: number } = {},
) {
  const personId = await addPerson(services, { name: role });
  const seat = await sit(services, { personId, tableId, role });
  const at = (hours: number) => new Date(Date.now() + hours * HOUR_MS);
  await services.db
    .updateTable("memberships")
    .set({
      ...(times.ends && { ends_at: at(times.ends) }),
      ...(times.starts && { starts_at: at(times.starts) }),
      deputy: false,
    })
    .where("id", "=", seat)
    .execute();
  return signedIn(services, personId);
}

export async function say(
  services: Services,
  threadId: string,
  authorId: string,
  body: string,
): Promise<string> {
  const { id } = await services.db
    .insertInto("comments")
    .values({ thread_id: threadId, kind: "comment", body, author_id: authorId })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function sendStatement(
  services: Services,
  { round, table, viewer }: SearchWorld,
  parts: Record<string, string>,
) {
  await services.db
    .insertInto("statements")
    .values({
      ...{
        round_id: round.id,
        party_id: table.party,
        content: JSON.stringify({ parts, party: "koodisana" }),
      },
      ...{ sha256: "", organ: "Hallitus", is_late: false, sent_by: viewer.personId },
    })
    .execute();
}
