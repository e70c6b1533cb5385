/**
 * Goal: a comment on words of a text is kept with those words by the server's own reading, by every rule of discussion,
 * and says so when they are gone.
 * Method: the commands and queries on real Postgres and a real live text that is edited as the editor edits it.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { choosePassage, readWords } from "../../app/collab/documents/text-anchors";
import { writeText } from "../../app/collab/documents/text-document";
import { type ChosenPassage, QUOTE_CHARACTERS_MAX } from "../../app/domain/text/anchor";
import { openThread } from "../../server/commands/discussion/open-thread.server";
import { reply } from "../../server/commands/discussion/reply.server";
import { resolveThread } from "../../server/commands/discussion/settle-thread.server";
import { draftDiscussion } from "../../server/queries/draft-discussion.server";
import { textPage } from "../../server/queries/text-page.server";
import type { Services } from "../../server/services";
import { freshDatabase, type TestDatabase } from "../support/database";
import { openServices, statusOf } from "../support/services";
import { aText, type TextWorld, textWorld } from "../support/text-world";

const FIRST = "Kunta vastaa liikunnan ja kulttuurin avustuksista.";
const SECOND = "Hyvinvointialue vastaa sosiaalisen tuen avustuksista.";

let database: TestDatabase;
let opened: Services & { close(): Promise<void> };
let world: TextWorld;
beforeAll(async () => {
  database = await freshDatabase();
  opened = await openServices(database);
});
afterAll(async () => {
  await opened?.close();
  await database?.close();
});
beforeEach(async () => {
  world = await textWorld(database, opened, aText("# Periaatteet", FIRST, SECOND));
});

const read = async () => (await world.services.documents.read(world.draft.documentId)).doc;
/** The words as a browser would choose them. */
async function chosen(quote: string, doc?: Y.Doc): Promise<ChosenPassage> {
  const words = readWords(doc ?? (await read()));
  const from = words.text.indexOf(quote);
  return choosePassage(words, { from, to: from + quote.length })!;
}
const comment = (seat: string, passage: ChosenPassage, body = "Mitä tämä tarkoittaa?") =>
  openThread(world.services, world.person(seat), world.slug, {
    ...{ place: { kind: "passage", chosen: passage }, kind: "comment", body },
  });
const page = (seat: string) => textPage(world.services, world.person(seat), world.slug);
const places = async () =>
  (await draftDiscussion(world.services, world.person("jane"), world.slug)).threads.map(({ place }) => place);

describe("a comment on a passage", () => {
  test("A1: is a thread with its quote and context, answered, resolved and told as any other", async () => {
    const said = await comment("liperi", await chosen("liikunnan ja kulttuurin"), "@JANE, mitä tämä on?");
    if (!said.ok) throw new Error(said.error);
    world.passMinutes(1);
    await reply(world.services, world.person("jane"), world.slug, {
      threadId: said.threadId,
      body: "Liikuntaa.",
    });
    expect(await world.told()).toEqual(["jane mention", "liperi reply"]);
    const { margin } = await page("liperi");
    expect(margin.map(({ anchor, comments, isUnread }) => [anchor.quote, comments.length, isUnread])).toEqual(
      [["liikunnan ja kulttuurin", 2, true]],
    );
    expect(margin[0]?.anchor).toMatchObject({
      before: "Periaatteet\nKunta vastaa ",
      after: ` avustuksista.\n${SECOND}`.slice(0, 64),
      twins: null,
    });
    await resolveThread(world.services, world.person("liperi"), world.slug, said.threadId);
    expect((await page("jane")).margin[0]?.resolved?.by).toBe("Edustaja liperi");
    expect(await places()).toEqual([{ kind: "passage", quote: "liikunnan ja kulttuurin", isGone: false }]);
  });

  test("A4: stays with its words when they move, and says so when they are gone", async () => {
    expect(await comment("jane", await chosen("sosiaalisen tuen"))).toMatchObject({ ok: true });
    await world.edit((doc) => writeText(doc, aText("# Periaatteet", SECOND, FIRST)));
    expect(await places()).toEqual([{ kind: "passage", quote: "sosiaalisen tuen", isGone: false }]);
    await world.edit((doc) => writeText(doc, aText("# Periaatteet", FIRST)));
    expect(await places()).toEqual([{ kind: "passage", quote: "sosiaalisen tuen", isGone: true }]);
    await world.edit((doc) => writeText(doc, aText("# Periaatteet", FIRST, SECOND)));
    expect(await places()).toEqual([{ kind: "passage", quote: "sosiaalisen tuen", isGone: false }]);
  });

  test("A2: keeps the server's words, whatever quote a browser sends beside them", async () => {
    const passage = await chosen("liikunnan ja kulttuurin");
    await comment("liperi", { ...passage, quote: "liikunnan ja kulttuurin " });
    await comment("liperi", { ...passage, quote: "liikunnan ja kultuurin" });
    expect((await page("jane")).margin.map(({ anchor }) => anchor.quote)).toEqual([
      "liikunnan ja kulttuurin",
      "liikunnan ja kulttuurin",
    ]);
  });

  test("is refused by name for words that are not there, too many, or none; nothing is written", async () => {
    const passage = await chosen("liikunnan ja kulttuurin");
    const refused = { gone: "texts.margin.error.gone", long: "texts.margin.error.long" };
    expect(await comment("jane", { ...passage, quote: "" })).toEqual({
      ok: false,
      error: "texts.margin.error.nothing",
    });
    expect(await comment("jane", { ...passage, quote: "x".repeat(QUOTE_CHARACTERS_MAX + 1) })).toMatchObject({
      error: refused.long,
    });
    for (const start of ["", "%%%", "AAAA", passage.start.slice(2)])
      expect(await comment("jane", { ...passage, start }), start).toMatchObject({ error: refused.gone });
    await world.edit((doc) => writeText(doc, aText("# Periaatteet", SECOND)));
    expect(await comment("jane", passage)).toMatchObject({ error: refused.gone });
    await world.edit((doc) => writeText(doc, aText("a".repeat(QUOTE_CHARACTERS_MAX + 10), "loppu")));
    const long = await chosen("loppu");
    const start = (await chosen("a".repeat(QUOTE_CHARACTERS_MAX + 10))).start;
    expect(await comment("jane", { ...long, start })).toMatchObject({ error: refused.long });
    expect(await places()).toEqual([]);
  });

  test("waits for words that are on their way to the log, and not for ever", async () => {
    const before = new Y.Doc();
    Y.applyUpdate(before, Y.encodeStateAsUpdate(await read()));
    await world.edit((doc) =>
      writeText(doc, aText("# Periaatteet", FIRST, `Uusi lause on tässä. ${SECOND}`)),
    );
    const passage = await chosen("Uusi lause on tässä.");
    /** As long as `late` readings tell, this server has not seen the change. */
    const behind = (late: number): Services => {
      const { documents } = world.services;
      const readLate: typeof documents.read = async (id) => {
        const now = await documents.read(id);
        return late-- > 0 ? { ...now, doc: before } : now;
      };
      return { ...world.services, documents: Object.assign(Object.create(documents), { read: readLate }) };
    };
    const ask = (late: number) =>
      openThread(behind(late), world.person("jane"), world.slug, {
        ...{ place: { kind: "passage", chosen: passage }, kind: "comment", body: "Hyvä lisäys." },
      });
    expect(await ask(2)).toMatchObject({ ok: true });
    expect(await ask(1000)).toMatchObject({ error: "texts.margin.error.gone" });
  });

  test("has its place only in texts", async () => {
    const passage = await chosen("liikunnan");
    const split = await database.db.selectFrom("drafts").select("slug").where("kind", "=", "split").execute();
    const place = { kind: "passage" as const, chosen: passage };
    const asked = openThread(world.services, world.person("jane"), split.at(-1)!.slug, {
      place,
      kind: "comment",
      body: "a",
    });
    expect(await statusOf(asked)).toBe(404);
  });
});
