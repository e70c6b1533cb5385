/**
 * Goal: two parties edit one draft, and what is acknowledged is kept.
 * Method: the real gateway, sessions and Postgres; clients are the browser's provider in this process.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  categoryText,
  editText,
  readSplit,
  setCategoryFields,
} from "../../app/collab/documents/split-document";
import { addUndoably } from "../../app/collab/documents/undoable-add";
import { LOCAL } from "../../app/collab/origins";
import { createUndoManager } from "../../app/collab/use-undo";
import { canonicalSplit } from "../../app/domain/split/canonical";
import { eventually } from "../support/eventually";
import type { HeadlessDocument } from "../support/headless";
import { openDocument } from "../support/headless";
import { type LiveServer, startLiveServer } from "../support/live-server";
import { aCategory } from "../support/splits";

let server: LiveServer;
beforeAll(async () => {
  server = await startLiveServer();
});
afterAll(() => server.close());

const content = (document: HeadlessDocument) => canonicalSplit(readSplit(document.doc));
const category = (document: HeadlessDocument, id: string) =>
  readSplit(document.doc).categories.find((c) => c.id === id);
const committed = async () => canonicalSplit(readSplit((await server.gateway.read(server.documentId)).doc));

describe("two parties", () => {
  it("see each other's changes, and both are in the committed document", async () => {
    const [liperi, region] = [await server.open("liperi"), await server.open("hyvinvointialue")];
    expect(readSplit(liperi.doc).categories.length).toBeGreaterThan(20);
    expect(content(liperi)).toBe(content(region));
    setCategoryFields(liperi.doc, "events", { sides: "municipality" }, LOCAL);
    expect(liperi.state).toMatchObject({ kind: "saving", count: 1 });
    await liperi.whenSaved();
    expect(liperi.state).toMatchObject({ kind: "saved", seq: 3 });
    await eventually(() => category(region, "events")?.sides === "municipality", "the move");
    expect(await committed()).toBe(content(liperi));
  });

  it("rename and move one category at once, and both stand (I6)", async () => {
    const [liperi, region] = [await server.open("liperi"), await server.open("hyvinvointialue")];
    editText(categoryText(liperi.doc, "spaces", "label", "fi")!, "Tilat ja avustukset", LOCAL);
    setCategoryFields(region.doc, "spaces", { sides: "region", order: "a0V" }, LOCAL);
    await Promise.all([liperi.whenSaved(), region.whenSaved()]);
    await eventually(() => content(liperi) === content(region), "the same content");
    expect(category(liperi, "spaces")).toMatchObject({
      label: { fi: "Tilat ja avustukset" },
      sides: "region",
    });
    expect(await committed()).toBe(content(liperi));
  });

  it("undo takes back one's own change only, and the adding of a category becomes removed", async () => {
    const [liperi, region] = [await server.open("liperi"), await server.open("hyvinvointialue")];
    const undo = createUndoManager(liperi.doc);
    addUndoably(liperi.doc, aCategory({ id: "undo-me", order: "z1" }));
    await liperi.whenSaved();
    await eventually(() => category(region, "undo-me") !== undefined, "the new category");
    setCategoryFields(region.doc, "undo-me", { legalBasis: "laki" }, LOCAL);
    await region.whenSaved();
    await eventually(() => category(liperi, "undo-me")?.legalBasis === "laki", "the other's change");
    undo.undo();
    await liperi.whenSaved();
    expect(category(liperi, "undo-me")).toMatchObject({ status: "removed", legalBasis: "laki" });
    undo.redo();
    await liperi.whenSaved();
    await eventually(() => category(region, "undo-me")?.status === "active", "the redo");
    expect(await committed()).toBe(content(region));
  });
});

describe("rights", () => {
  it("an observer sees everything and can change nothing", async () => {
    const [observer, liperi] = [await server.open("tarkkailija"), await server.open("liperi")];
    expect(observer.access).toBe("read");
    expect(observer.state).toEqual({ kind: "readOnly", reason: "role" });
    editText(categoryText(liperi.doc, "events", "label", "fi")!, "Tapahtumat ja juhlat", LOCAL);
    await eventually(() => category(observer, "events")?.label.fi === "Tapahtumat ja juhlat", "the rename");
    const before = await committed();
    editText(categoryText(observer.doc, "events", "label", "fi")!, "Ei kuulu", LOCAL);
    await expect(observer.whenSaved()).rejects.toThrow("read-only");
    expect(observer.state).toMatchObject({ kind: "refused", refusal: "read-only", count: 1 });
    expect(observer.unsavedText()).toBe("Ei kuulu");
    expect(await committed()).toBe(before);
  });

  it("a person of another table is told that there is nothing", async () => {
    const person = await server.database.db
      .insertInto("persons")
      .values({ name: "Muualta", language: "fi" })
      .returning("id")
      .executeTakeFirstOrThrow();
    const cookie = (await server.sessions.create(person.id, "a test")).split(";")[0]!;
    const { origin, documentId } = server;
    await expect(openDocument({ origin, cookie, documentId })).rejects.toThrow("not-found");
  });

  it("locking makes everyone a reader at once; what was not saved goes when it is unlocked (I12, I17)", async () => {
    const liperi = await server.open("liperi");
    const state = (value: "locked" | "open") =>
      server.database.db
        .updateTable("drafts")
        .set({ state: value })
        .where("document_id", "=", server.documentId)
        .execute();
    await state("locked");
    await server.gateway.recheckAccess(server.documentId);
    await eventually(() => liperi.access === "read", "the lock");
    expect(liperi.state).toEqual({ kind: "readOnly", reason: "locked" });
    setCategoryFields(liperi.doc, "events", { legalBasis: "ennen" }, LOCAL);
    await eventually(() => liperi.state.kind === "refused", "the refusal");
    await state("open");
    await server.gateway.recheckAccess(server.documentId);
    await eventually(() => liperi.access === "edit", "the unlocking");
    await liperi.whenSaved();
    expect(liperi.state.kind).toBe("saved");
    expect((await committed()).includes("ennen")).toBe(true);
  });

  it("a membership that ends closes the seat", async () => {
    const jane = await server.open("jane");
    const personId = await server.personOf("jane");
    const members = server.database.db.updateTable("memberships").where("person_id", "=", personId);
    await members.set({ ends_at: new Date() }).execute();
    await server.gateway.recheckPerson(personId);
    await eventually(() => jane.state.kind === "refused", "the end of the seat");
    expect(jane.state).toMatchObject({ refusal: "not-allowed", count: 0 });
    await members.set({ ends_at: null }).execute();
  });

  it("signing out closes the session's sockets at once, and no other's", async () => {
    const cookie = await server.cookieOf("kitee");
    const { origin, documentId } = server;
    const [leaving, other] = [await openDocument({ origin, cookie, documentId }), await server.open("kitee")];
    const { viewer } = await server.sessions.read(cookie);
    await server.sessions.end(viewer!.sessionHash);
    server.gateway.endSession(viewer!.sessionHash);
    await eventually(() => leaving.state.kind === "ended", "the end");
    setCategoryFields(leaving.doc, "events", { legalBasis: "myöhässä" }, LOCAL);
    expect(leaving.state).toEqual({ kind: "ended", count: 1 });
    expect(other.state.kind).toBe("saved");
    await leaving.close();
    await expect(openDocument({ origin, cookie, documentId })).rejects.toThrow("session");
  });
});

describe("presence", () => {
  it("tells who is there by the server's word, what they have open, and that they left", async () => {
    const [liperi, region] = [await server.open("outokumpu"), await server.open("raakkyla")];
    liperi.setPresence({ open: "events", editing: "events" });
    const seen = () => region.status.people.find((p) => p.connectionId === liperi.connection.socket.id);
    await eventually(() => seen()?.editing === "events", "the presence");
    expect(seen()).toMatchObject({
      party: "Outokumpu",
      open: "events",
      personId: await server.personOf("outokumpu"),
    });
    liperi.setPresence({ editing: null });
    await eventually(() => seen()?.editing === null, "the end of typing");
    await liperi.close();
    await eventually(() => !seen(), "the leaving");
  });
});

describe("server commands", () => {
  it("transact makes a forward change that everyone sees, under the person's name (I5)", async () => {
    const liperi = await server.open("liperi");
    const personId = await server.personOf("sihteeri");
    const seq = await server.gateway.transact(
      server.documentId,
      { personId, sessionId: null },
      "restore",
      (doc) => setCategoryFields(doc, "events", { legalBasis: "palautettu" }),
    );
    await eventually(() => category(liperi, "events")?.legalBasis === "palautettu", "the change");
    const row = await server.database.db
      .selectFrom("document_updates")
      .select(["person_id", "origin"])
      .where("document_id", "=", server.documentId)
      .where("seq", "=", seq)
      .executeTakeFirst();
    expect(row).toEqual({ person_id: personId, origin: "restore" });
    const same = await server.gateway.transact(
      server.documentId,
      { personId, sessionId: null },
      "restore",
      () => undefined,
    );
    expect(same).toBe(seq);
  });

  it("reading a document that is not there throws, and is never empty (I4)", async () => {
    await expect(server.gateway.read("00000000-0000-4000-8000-000000000000")).rejects.toThrow();
  });
});
