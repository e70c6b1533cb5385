/**
 * Goal: a person who may only suggest to a text can do nothing else, whatever their browser sends, and disturbs nobody.
 * Method: the real gateway, sessions and Postgres; clients are the browser's provider in this process, one of them forged.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { TEXT_SCHEMA_VERSION } from "../../app/collab/documents/schema-version";
import { readText, textFragment } from "../../app/collab/documents/text-document";
import { withoutSuggestions } from "../../app/domain/text/suggestions";
import type { TextDocument } from "../../app/domain/text/text";
import { suggestionAuthors } from "../../server/queries/suggestion-authors.server";
import { eventually } from "../support/eventually";
import { openDocument } from "../support/headless";
import { type LiveServer, startLiveServer } from "../support/live-server";
import { canonicalOf, type LiveText, liveText, oneContent, wordsAt } from "../support/live-text";

const paragraph = (text: string) => ({
  type: "paragraph" as const,
  content: [{ type: "text" as const, text }],
});
const TEXT: TextDocument = {
  type: "doc",
  content: [paragraph("Kunta vastaa tiloista."), paragraph("Hyvinvointialue vastaa palveluista.")],
};
const OTHERS = "joensuun-ehdotus";
const OWN = "liperin-ehdotus-1";
const mark = (kind: "insertion" | "deletion", id: string) => ({
  [`${kind}--${id.replace(/\W|_|-/g, "").slice(0, 8)}`]: { id },
});

let server: LiveServer;
let text: LiveText;
beforeAll(async () => {
  server = await startLiveServer({ limits: { accessCheck: 300, healEvery: 200, deriveDelay: 50 } });
  text = await liveText(server, TEXT);
  const joensuu = await text.open("joensuu");
  wordsAt(joensuu, 0).insert(22, " Yhdessä.", mark("insertion", OTHERS));
  await joensuu.whenSaved();
});
afterAll(async () => {
  await text.close();
  await server.close();
});

/** What the person's change is answered, in a word; a browser of its own each time. */
async function attempt(change: (doc: Y.Doc) => void, seat = "liperi"): Promise<string> {
  const forged = await text.open(seat);
  expect(forged.access).toBe("suggest");
  forged.doc.transact(() => change(forged.doc));
  const answer = await forged.whenSaved().then(
    () => "saved",
    (error: Error) => error.message.replace("refused: ", ""),
  );
  await forged.close();
  return answer;
}

const at = (doc: Y.Doc, index: number) => wordsAt({ doc }, index);
const block = (doc: Y.Doc, index: number) => textFragment(doc).get(index) as Y.XmlElement;
/** The paragraph about municipalities, wherever others' new ones put it. */
const municipal = (doc: Y.Doc) =>
  Array.from({ length: textFragment(doc).length }, (_, index) => at(doc, index)).find((words) =>
    words.toString().includes("Kunta"),
  )!;
function put(doc: Y.Doc, name: string, ...children: (Y.XmlElement | Y.XmlText)[]): void {
  const element = new Y.XmlElement(name);
  element.setAttribute("insertion", OWN);
  element.insert(0, children);
  textFragment(doc).insert(0, [element]);
}
function nested(levels: number): Y.XmlElement {
  const quote = new Y.XmlElement("blockquote");
  if (levels > 0) quote.insert(0, [nested(levels - 1)]);
  return quote;
}

/** Each by a browser that somebody changed. */
const FORGED: [string, string, (doc: Y.Doc) => void][] = [
  ["words in the text itself", "only-suggest", (doc) => at(doc, 1).insert(0, "Vain ")],
  ["words taken away", "only-suggest", (doc) => at(doc, 1).delete(0, 5)],
  ["a block taken away", "only-suggest", (doc) => textFragment(doc).delete(1, 1)],
  ["everything taken away", "only-suggest", (doc) => textFragment(doc).delete(0, 2)],
  ["other formatting", "only-suggest", (doc) => at(doc, 1).format(0, 5, { bold: {} })],
  ["another's words taken away", "only-suggest", (doc) => at(doc, 0).delete(23, 4)],
  ["words in another's suggestion", "only-suggest", (doc) => at(doc, 0).insert(26, "kö")],
  [
    "another's suggestion accepted",
    "only-suggest",
    (doc) => at(doc, 0).format(22, 9, { [Object.keys(mark("insertion", OTHERS))[0]!]: null }),
  ],
  [
    "another's id on words of the text",
    "only-suggest",
    (doc) => at(doc, 1).format(0, 5, mark("deletion", OTHERS)),
  ],
  ["another's id on a block", "only-suggest", (doc) => block(doc, 1).setAttribute("deletion", OTHERS)],
  [
    "own words under another's id too",
    "only-suggest",
    (doc) => at(doc, 1).insert(0, "Kaikki ", { ...mark("insertion", OTHERS), ...mark("insertion", OWN) }),
  ],
  [
    "own words under another's id in an own block",
    "only-suggest",
    (doc) => {
      const words = new Y.XmlText();
      words.insert(0, "Joensuu lupaa.", mark("insertion", OTHERS));
      put(doc, "paragraph", words);
    },
  ],
  ["an unknown node", "invalid-content", (doc) => put(doc, "script", new Y.XmlText("alert()"))],
  ["a node where it may not be", "invalid-content", (doc) => put(doc, "tableCell", new Y.XmlText("x"))],
  [
    "words without a paragraph",
    "invalid-content",
    (doc) => textFragment(doc).insert(0, [new Y.XmlText("x")]),
  ],
  ["an unknown attribute", "invalid-content", (doc) => block(doc, 1).setAttribute("onclick", "alert()")],
  ["an unknown mark", "invalid-content", (doc) => at(doc, 1).format(0, 5, { script: {} })],
  [
    "a link that runs",
    "invalid-content",
    (doc) => at(doc, 1).format(0, 5, { link: { href: "javascript:alert()" } }),
  ],
  [
    "a mark with an object of 100 KB",
    "invalid-content",
    (doc) =>
      at(doc, 1).format(0, 5, { [`insertion--${"a".repeat(8)}`]: { id: OWN, more: "x".repeat(100_000) } }),
  ],
  [
    "a suggestion's id that is none",
    "invalid-content",
    (doc) => at(doc, 1).format(0, 5, mark("deletion", "<b>id</b>")),
  ],
  ["blocks forty deep", "invalid-content", (doc) => put(doc, "blockquote", nested(40))],
  [
    "another's client id",
    "foreign-client",
    (doc) => {
      doc.clientID = [...doc.store.clients.keys()].find((id) => id !== doc.clientID)!;
      at(doc, 1).insert(0, "Kaikki ", mark("insertion", OWN));
    },
  ],
];

describe("somebody who may only suggest (E10, E11)", () => {
  it("is refused by name whatever else their browser sends, and nothing of it is kept", {
    timeout: 60_000,
  }, async () => {
    const editor = await text.open("hyvinvointialue");
    expect(editor.access).toBe("edit");
    for (const [name, refusal, change] of FORGED) {
      const [rows, before] = [await text.rows(), canonicalOf(await server.gateway.read(text.documentId))];
      expect(await attempt(change), name).toBe(refusal);
      expect(await text.rows(), name).toBe(rows);
      expect(canonicalOf(await server.gateway.read(text.documentId)), name).toBe(before);
      at(editor.doc, 1).insert(0, "x");
      await editor.whenSaved();
      at(editor.doc, 1).delete(0, 1);
      await editor.whenSaved();
    }
    expect(editor.state.kind).toBe("saved");
    expect(canonicalOf(editor)).toBe(canonicalOf(await server.gateway.read(text.documentId)));
  });

  it("suggests words, deletions and blocks, takes them back, and is the author by the server's word (E12)", async () => {
    const [liperi, joensuu, editor] = [
      await text.open("liperi"),
      await text.open("joensuu"),
      await text.open("hyvinvointialue"),
    ];
    const before = canonicalOf({ doc: liperi.doc });
    const base = JSON.stringify(withoutSuggestions(readText(liperi.doc)));
    at(liperi.doc, 1).insert(0, "Jokainen ", mark("insertion", OWN));
    at(liperi.doc, 1).format(9, 4, mark("deletion", OWN));
    block(liperi.doc, 1).setAttribute("deletion", OWN);
    put(liperi.doc, "paragraph", new Y.XmlText("Kokonaan uusi kohta."));
    await liperi.whenSaved();
    // Two parties on the same words.
    municipal(joensuu.doc).format(0, 5, mark("deletion", OTHERS));
    municipal(editor.doc).insert(6, "aina ");
    await Promise.all([joensuu.whenSaved(), editor.whenSaved()]);
    await oneContent([liperi, joensuu, editor]);
    const { doc } = await server.gateway.read(text.documentId);
    const authors = await suggestionAuthors(
      { db: server.database.db, documents: server.gateway },
      text.documentId,
      { personId: await server.personOf("liperi") },
      readText(doc),
    );
    expect(authors).toMatchObject({
      [OWN]: { party: "Liperi", isOwn: true },
      [OTHERS]: { party: "Joensuu", isOwn: false },
    });
    textFragment(liperi.doc).delete(0, 1);
    block(liperi.doc, 1).removeAttribute("deletion");
    at(liperi.doc, 1).delete(0, 9);
    at(liperi.doc, 1).format(0, 4, { [Object.keys(mark("deletion", OWN))[0]!]: null });
    municipal(joensuu.doc).format(0, 5, { [Object.keys(mark("deletion", OTHERS))[0]!]: null });
    await Promise.all([liperi.whenSaved(), joensuu.whenSaved()]);
    municipal(editor.doc).delete(6, 5);
    await editor.whenSaved();
    expect(await oneContent([liperi, joensuu, editor])).toBe(before);
    expect(JSON.stringify(withoutSuggestions(readText(liperi.doc)))).toBe(base);
  });

  it("becomes an editor and a suggester again while the page is open (I17)", async () => {
    const liperi = await text.open("liperi");
    expect(liperi.access).toBe("suggest");
    expect(liperi.state.kind).toBe("saved");
    await text.membersEdit(true);
    await eventually(() => liperi.access === "edit", "the right to edit");
    at(liperi.doc, 1).insert(0, "Nyt ");
    await liperi.whenSaved();
    await text.membersEdit(false);
    await eventually(() => liperi.access === "suggest", "the right to suggest only");
    at(liperi.doc, 1).delete(0, 4);
    await expect(liperi.whenSaved()).rejects.toThrow("only-suggest");
    expect(liperi.state).toMatchObject({ kind: "refused", refusal: "only-suggest", count: 1 });
    expect(liperi.unsavedText()).toBe("Hyvinvointialue vastaa palveluista.");
    await text.membersEdit(true);
    await eventually(() => liperi.access === "edit", "the right to edit again");
    await liperi.whenSaved();
    await text.membersEdit(false);
    const observer = await text.open("tarkkailija");
    expect(observer.access).toBe("read");
  });

  it("is held to it on another server too, which knows whose suggestions are whose from the log", async () => {
    const other = await server.second();
    try {
      const liperi = await text.open("liperi");
      const id = "liperi-toisella";
      at(liperi.doc, 1).insert(0, "Toisaalla ", mark("insertion", id));
      await liperi.whenSaved();
      const joensuu = await text.open("joensuu", other.origin);
      expect(canonicalOf(joensuu)).toBe(canonicalOf(liperi));
      at(joensuu.doc, 1).format(0, 5, mark("deletion", OTHERS));
      await joensuu.whenSaved();
      await oneContent([liperi, joensuu]);
      at(joensuu.doc, 1).delete(5, 5);
      await expect(joensuu.whenSaved()).rejects.toThrow("only-suggest");
    } finally {
      await other.close();
    }
  });

  it("with a page of an older schema is told to load it again, and keeps the words", async () => {
    const { origin } = server;
    const cookie = await server.cookieOf("liperi");
    const options = { schema: TEXT_SCHEMA_VERSION + 1 };
    await expect(openDocument({ origin, cookie, documentId: text.documentId, options })).rejects.toThrow(
      "protocol",
    );
    const liperi = await text.open("liperi");
    const { documentId } = text;
    liperi.connection.socket.disconnect();
    at(liperi.doc, 1).insert(0, "Kirjoitettu ennen päivitystä. ", mark("insertion", randomUUID()));
    const setVersion = (version: number) =>
      server.database.db
        .updateTable("documents")
        .set({ schema_version: version })
        .where("id", "=", documentId)
        .execute();
    await setVersion(TEXT_SCHEMA_VERSION + 1);
    await server.restart();
    liperi.connection.socket.connect();
    await eventually(() => liperi.state.kind === "refused", "the word about the schema");
    expect(liperi.state).toMatchObject({ refusal: "protocol", count: 1 });
    expect(liperi.unsavedText()).toContain("Kirjoitettu ennen päivitystä. ");
    await setVersion(TEXT_SCHEMA_VERSION);
  });
});
