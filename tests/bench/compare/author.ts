/**
 * Makes Yjs updates as a browser would, without a document for every client: an author first makes a place of its
 * own with real Yjs, then appends tokens of one length to it. An append has always the same form, so its bytes are
 * written directly; `provesItself` compares them with what Yjs writes.
 */
import * as Y from "yjs";
import { encoding } from "./modules";

/** Letters of one edit. The clock of an author grows by so much with each: this is how edits are counted. */
export const TOKEN = "word";

/** Root of the documents: the only one that texts have. */
const ROOT = "content";

/** What an update's string content with a left neighbour and no right one begins with. */
const STRING_AFTER = 0x84;

/** Makes an author's place in the document, with the first token as the last thing made. */
export type MakePlace = (doc: Y.Doc) => void;

const paragraph: MakePlace = (doc) => {
  const element = new Y.XmlElement("paragraph");
  const text = new Y.XmlText();
  doc.getXmlFragment(ROOT).push([element]);
  element.push([text]);
  text.insert(0, TOKEN);
};

export class Author {
  /** The clock before the first token. */
  readonly base: number;
  /** The author's place and its first token. */
  readonly first: Uint8Array;
  private clock: number;

  constructor(
    readonly clientId: number,
    makePlace: MakePlace = paragraph,
  ) {
    const doc = new Y.Doc();
    doc.clientID = clientId;
    doc.transact(() => makePlace(doc));
    this.first = Y.encodeStateAsUpdate(doc);
    this.clock = Y.getState(doc.store, clientId);
    this.base = this.clock - TOKEN.length;
    doc.destroy();
  }

  /** Edits made so far, the first with it. */
  get edits(): number {
    return (this.clock - this.base) / TOKEN.length;
  }

  /** One more token after the last. */
  next(): Uint8Array {
    const e = encoding.createEncoder();
    encoding.writeVarUint(e, 1); // one author
    encoding.writeVarUint(e, 1); // one change
    encoding.writeVarUint(e, this.clientId);
    encoding.writeVarUint(e, this.clock);
    encoding.writeUint8(e, STRING_AFTER);
    encoding.writeVarUint(e, this.clientId);
    encoding.writeVarUint(e, this.clock - 1);
    encoding.writeVarString(e, TOKEN);
    encoding.writeVarUint(e, 0); // nothing deleted
    this.clock += TOKEN.length;
    return encoding.toUint8Array(e);
  }
}

/** Throws unless an author's bytes are those of Yjs. */
export function provesItself(): void {
  const author = new Author(123_456_789);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, author.first);
  doc.clientID = author.clientId;
  const text = (doc.getXmlFragment(ROOT).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  let expected = new Uint8Array();
  doc.on("update", (update: Uint8Array) => {
    expected = new Uint8Array(update);
  });
  for (let n = 0; n < 40; n++) {
    text.insert(text.length, TOKEN);
    if (Buffer.compare(expected, author.next()) !== 0)
      throw new Error("an author's bytes are not those of Yjs");
  }
}

/**
 * A history that does not fold together: `edits` updates of one author, each a word at a random place of the
 * author's own paragraph, every fifth with a word taken away.
 */
export function scribble(clientId: number, edits: number, seed: number): Uint8Array[] {
  const random = numbers(seed);
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const text = new Y.XmlText();
  doc.transact(() => {
    const element = new Y.XmlElement("paragraph");
    doc.getXmlFragment(ROOT).push([element]);
    element.push([text]);
    text.insert(0, TOKEN);
  });
  for (let n = 1; n < edits; n++)
    doc.transact(() => {
      const at = Math.floor(random() * text.length);
      text.insert(at, TOKEN);
      if (n % 5 === 0) text.delete(Math.floor(random() * (text.length - TOKEN.length)), TOKEN.length);
    });
  doc.destroy();
  return updates;
}

/** Numbers in [0, 1), the same for the same seed. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
