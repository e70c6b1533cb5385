/**
 * Writes a plain text into its Y.Doc by the smallest changes: blocks that stay are not touched, words that stay keep
 * their Yjs items. So comments keep their places, and other people's typing around stays (promise I5). The editor's
 * own binding compares only what stands before and after all changes of a paragraph, and would make anew what lies
 * between two of them.
 */
import { diffArrays, diffWordsWithSpace } from "diff";
import { encodeAny, toBase64 } from "lib0/buffer";
import { digest } from "lib0/hash/sha256";
import * as Y from "yjs";
import { normalizeInlines } from "../../domain/text/normalize";
import type { BlockNode, InlineNode, TextDocument, TextMark, TextWords } from "../../domain/text/text";
import { type PlainNode, plainAttrs, plainNode, plainWords, wordNodes } from "./plain-nodes";

type Parent = Y.XmlFragment | Y.XmlElement;
/** A child as Yjs keeps it: an element, or all the words between two elements. */
type Child = { kind: "node"; node: PlainNode } | { kind: "words"; words: TextWords[] };

/** Makes the fragment say what the text says. The caller opens the transaction, and gives the text in its one form. */
export function writeBlocks(fragment: Y.XmlFragment, { content }: TextDocument): void {
  writeChildren(fragment, content.map(nodeChild));
}

const nodeChild = (node: BlockNode | InlineNode): Child => ({ kind: "node", node: node as PlainNode });

function childrenOf(content: (BlockNode | InlineNode)[] | undefined): Child[] {
  const children: Child[] = [];
  for (const node of content ?? []) {
    const last = children.at(-1);
    if (node.type !== "text") children.push(nodeChild(node));
    else if (last?.kind === "words") last.words.push(node);
    else children.push({ kind: "words", words: [node] });
  }
  return children;
}

/** The children as Yjs keeps them now, one for one. */
function presentIn(parent: Parent): Child[] {
  return parent.toArray().map((child): Child => {
    if (child instanceof Y.XmlElement) return { kind: "node", node: plainNode(child) };
    const words = child instanceof Y.XmlText ? wordNodes(child) : [];
    return { kind: "words", words: normalizeInlines(words) as TextWords[] };
  });
}

/** Nothing said and nothing there are the same. */
const withoutNull = (_key: string, value: unknown) => value ?? undefined;
const keyOf = (child: Child) =>
  JSON.stringify(child.kind === "words" ? child.words : child.node, withoutNull);

function writeChildren(parent: Parent, target: Child[]): void {
  const present = presentIn(parent);
  let at = 0;
  let removed = 0;
  const parts = diffArrays(present.map(keyOf), target.map(keyOf));
  let index = 0;
  for (const [n, part] of parts.entries()) {
    if (part.removed) {
      removed = part.value.length;
      if (parts[n + 1]?.added) continue;
      parent.delete(at, removed);
    } else if (part.added) {
      at += replaceChildren(parent, at, removed, target.slice(index, index + part.value.length));
      index += part.value.length;
    } else {
      at += part.value.length;
      index += part.value.length;
    }
    removed = 0;
  }
}

/** Writes the target over `removed` children from `at` on: in order, one of the same kind is changed in place. */
function replaceChildren(parent: Parent, at: number, removed: number, target: Child[]): number {
  let place = at;
  let left = removed;
  for (const child of target) {
    let ahead = 0;
    while (ahead < left && !isAlike(parent.get(place + ahead), child)) ahead++;
    if (ahead < left) {
      parent.delete(place, ahead);
      left -= ahead + 1;
      changeInPlace(parent.get(place) as Y.XmlElement | Y.XmlText, child);
    } else parent.insert(place, [made(child)]);
    place++;
  }
  if (left > 0) parent.delete(place, left);
  return place - at;
}

function isAlike(type: unknown, child: Child): boolean {
  if (child.kind === "words") return type instanceof Y.XmlText;
  return type instanceof Y.XmlElement && type.nodeName === child.node.type;
}

function changeInPlace(type: Y.XmlElement | Y.XmlText, child: Child): void {
  if (child.kind === "words") {
    writeWords(type as Y.XmlText, child.words);
    return;
  }
  const element = type as Y.XmlElement;
  const attrs = child.node.attrs ?? {};
  const now = plainAttrs(element);
  for (const key of Object.keys(now))
    if (attrs[key] === undefined || attrs[key] === null) element.removeAttribute(key);
  for (const [key, value] of Object.entries(attrs))
    if (value !== null && now[key] !== value) setAttribute(element, key, value);
  writeChildren(element, childrenOf(child.node.content as BlockNode[] | undefined));
}

/** Yjs keeps any plain value, though its type says text. */
const setAttribute = (element: Y.XmlElement, key: string, value: unknown) =>
  element.setAttribute(key, value as string);

function made(child: Child): Y.XmlElement | Y.XmlText {
  if (child.kind === "words") {
    const text = new Y.XmlText();
    text.applyDelta(child.words.map(({ text: insert, marks }) => ({ insert, attributes: formatsOf(marks) })));
    return text;
  }
  const element = new Y.XmlElement(child.node.type);
  for (const [key, value] of Object.entries(child.node.attrs ?? {}))
    if (value !== null) setAttribute(element, key, value);
  element.insert(0, childrenOf(child.node.content as BlockNode[] | undefined).map(made));
  return element;
}

/** First the letters, word by word, then the marks, run by run. */
function writeWords(text: Y.XmlText, target: TextWords[]): void {
  const next = target.map((run) => run.text).join("");
  let at = 0;
  for (const { added, removed, value } of diffWordsWithSpace(plainLetters(text), next)) {
    if (removed) text.delete(at, value.length);
    else {
      if (added) text.insert(at, value, {});
      at += value.length;
    }
  }
  let from = 0;
  for (const { text: words, marks } of target) {
    writeMarks(text, from, from + words.length, formatsOf(marks));
    from += words.length;
  }
}

const plainLetters = (text: Y.XmlText) =>
  plainWords(text)
    .map(({ insert }) => insert)
    .join("");

/** Gives the letters from `from` to `to` these formats and no others; what has them already is not touched. */
function writeMarks(text: Y.XmlText, from: number, to: number, formats: Formats): void {
  let at = 0;
  for (const { insert, attributes } of plainWords(text)) {
    const [start, end] = [Math.max(at, from), Math.min(at + insert.length, to)];
    at += insert.length;
    if (start >= end) continue;
    const changed: Record<string, unknown> = {};
    for (const key of Object.keys(attributes)) if (!(key in formats)) changed[key] = null;
    for (const [key, value] of Object.entries(formats))
      if (!isSame(attributes[key], value)) changed[key] = value;
    if (Object.keys(changed).length > 0) text.format(start, end - start, changed);
  }
}

/** An attribute of the editor's own (a link's rel) is no difference. */
const isSame = (now: unknown, wanted: Record<string, unknown>) =>
  typeof now === "object" &&
  now !== null &&
  Object.entries(wanted).every(([key, value]) => (now as Record<string, unknown>)[key] === value);

type Formats = Record<string, Record<string, unknown>>;

/** Marks as formats, under the keys that the editor's binding gives them. */
function formatsOf(marks: TextMark[] | undefined): Formats {
  return Object.fromEntries(
    (marks ?? []).map((mark) => {
      const attrs: Record<string, unknown> = "attrs" in mark ? { ...mark.attrs } : {};
      const overlaps = mark.type === "insertion" || mark.type === "deletion";
      return [overlaps ? `${mark.type}--${hashOf({ type: mark.type, attrs })}` : mark.type, attrs];
    }),
  );
}

const HASH_BYTES = 6;
/** As y-tiptap makes it, so that one mark has one key whoever wrote it. */
function hashOf(mark: object): string {
  const bytes = digest(encodeAny(mark));
  for (let n = HASH_BYTES; n < bytes.length; n++) bytes[n % HASH_BYTES]! ^= bytes[n]!;
  return toBase64(bytes.slice(0, HASH_BYTES));
}
