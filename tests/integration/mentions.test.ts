/**
 * Goal: a mention reaches whom it names and nobody else, and rewording keeps what was said before.
 * Method: the commands on real Postgres with a clock that is moved by hand; rows and notifications are looked at.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { EDIT_WINDOW_MINUTES } from "../../app/domain/discussion/comment";
import type { Services } from "../../server/services";
import { freshDatabase, type TestDatabase } from "../support/database";
import { openServices, statusOf } from "../support/services";
import { type TalkWorld, talkers, talkWorld } from "../support/talk-world";

let database: TestDatabase;
let opened: Services & { close(): Promise<void> };
let world: TalkWorld;
beforeAll(async () => {
  database = await freshDatabase();
  opened = await openServices(database);
});
afterAll(async () => {
  await opened?.close();
  await database?.close();
});
beforeEach(async () => {
  world = await talkWorld(database, opened);
});

const { say, answer, edit, seen } = talkers(() => world);
const rows = () => database.db.selectFrom("comment_edits").selectAll().orderBy("n").execute();

describe("mentions", () => {
  test("C2: reach those who sit for the party, and the person; once each, and never the author", async () => {
    const { threadId } = await say("liperi", "@JANE ja @Liperi, myös @Järjestöneuvottelukunta JANE");
    expect(await world.told()).toEqual(["jane mention", "liperi2 mention"]);
    expect(
      await answer("jane", threadId, "Kysytään vielä: @Edustaja observer, @Liperin kanta?"),
    ).toMatchObject({
      unreached: [],
    });
    // Liperi's first person is told of the mention and not of the reply too.
    expect(await world.told()).toEqual(["liperi mention", "liperi2 mention", "observer mention"]);
    await answer("secretary", threadId, "Selvitän.");
    expect(await world.told()).toEqual(["jane reply", "liperi reply"]);
  });

  test("C2: a name without a seat reaches nobody, the answer says so by name, and the comment is kept", async () => {
    const said = await say("liperi", "@Kitee, @Pohjois-Karjalan pelastuslaitos ja @JANE: mitä mieltä?");
    expect(said.unreached).toEqual(["Kitee", "Pohjois-Karjalan pelastuslaitos"]);
    expect(await world.told()).toEqual(["jane mention"]);
    const { threads } = await seen("jane");
    expect(threads[0]!.comments[0]).toMatchObject({ mentions: ["Pohjois-Karjalan pelastuslaitos", "JANE"] });
  });

  test("C2: a seat that has ended is reached neither by name, by party nor by a reply", async () => {
    const { threadId } = await say("liperi2", "Kysymys");
    await database.db
      .updateTable("memberships")
      .set({ ends_at: new Date("2026-03-02T09:00:00Z") })
      .where("person_id", "=", world.person("liperi2").personId)
      .execute();
    const said = await answer("jane", threadId, "@Edustaja liperi2, @Liperi");
    expect(said).toMatchObject({ ok: true, unreached: ["Edustaja"] });
    expect(await world.told()).toEqual(["liperi mention"]);
  });

  test("C2: rewording tells only those whom it newly names", async () => {
    const { commentId } = await say("liperi", "@JANE?");
    await world.told();
    expect(await edit("liperi", commentId, "@JANE ja @Edustaja secretary?")).toMatchObject({ ok: true });
    expect(await world.told()).toEqual(["secretary mention"]);
  });
});

describe("rewording", () => {
  test("C3: within the window, by the author alone; the earlier words stay and it is marked", async () => {
    const { commentId } = await say("liperi", "Ensin");
    world.passMinutes(EDIT_WINDOW_MINUTES);
    expect(await statusOf(edit("jane", commentId, "Toisin"))).toBe(403);
    expect(await statusOf(edit("secretary", commentId, "Toisin"))).toBe(403);
    expect((await seen("liperi")).threads[0]!.comments[0]).toMatchObject({ canEdit: true, editedAt: null });
    expect(await edit("liperi", commentId, "Sitten")).toMatchObject({ ok: true });
    expect(await edit("liperi", commentId, "Sitten ")).toMatchObject({ ok: true });
    const [comment] = (await seen("jane")).threads[0]!.comments;
    expect(comment).toMatchObject({
      ...{
        body: "Sitten",
        earlier: [{ body: "Ensin" }],
        editedAt: "2026-03-02T10:15:00.000Z",
        canEdit: false,
      },
    });
  });

  test("C3: after the window it is refused in words, and nothing changes", async () => {
    const { commentId } = await say("liperi", "Ensin");
    world.passMinutes(EDIT_WINDOW_MINUTES + 0.001);
    const before = await rows();
    expect(await edit("liperi", commentId, "Myöhässä")).toMatchObject({
      ...{ ok: false, error: "discussion.error.editLate", field: "body" },
    });
    expect(await rows()).toEqual(before);
    expect((await seen("liperi")).threads[0]!.comments[0]).toMatchObject({ body: "Ensin", canEdit: false });
  });

  test("what was said is never changed in the database, not even by its owner", async () => {
    const { commentId } = await say("liperi", "Ensin");
    const change = database.ownerDb.updateTable("comments").set({ body: "x" }).where("id", "=", commentId);
    await expect(change.execute()).rejects.toThrow("append-only");
  });
});
