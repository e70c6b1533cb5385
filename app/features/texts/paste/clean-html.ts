/**
 * Pasted markup made into what a text can hold: Word's and Google's ways become plain elements, and nothing of style,
 * of programs or of others' suggestions stays. It works on a document that nothing of is ever shown or run.
 */
import {
  HREF_CHARACTERS_MAX,
  isSafeHref,
  NESTING_MAX,
  SOURCE_NOTE_CHARACTERS_MAX,
} from "../../../domain/text/text";
import { PASTE_SPAN_MAX } from "./paste-limits";
import { joinWordLists } from "./word-lists";

/** What was left out and should be said: how many of each. */
export interface LeftOut {
  images: number;
  links: number;
  tables: number;
}

const REMOVED = [
  ...[
    "script",
    "style",
    "meta",
    "link",
    "title",
    "base",
    "template",
    "noscript",
    "iframe",
    "frame",
    "object",
    "embed",
  ],
  ...[
    "applet",
    "audio",
    "video",
    "canvas",
    "math",
    "map",
    "input",
    "select",
    "textarea",
    "button",
    "datalist",
    "dialog",
  ],
  // Words that a person has deleted, there or here.
  ...["del", "s", "strike", "xml"],
].join(",");
const IMAGES = "img,picture,svg,image,v\\:shape,v\\:imagedata";
const BLOCKS = /^(P|DIV|H[1-6]|UL|OL|LI|TABLE|BLOCKQUOTE|SECTION|ARTICLE|PRE|HR)$/;

/** The attributes that the schema reads; all others go. */
const KEPT: Record<string, string[]> = {
  A: ["href"],
  TD: ["colspan", "rowspan"],
  TH: ["colspan", "rowspan"],
  OL: ["start"],
  SPAN: [
    ...["data-source-note", "data-text", "data-href"],
    ...["data-legal-reference", "data-act", "data-section", "data-name"],
  ],
  DIV: ["data-draft-block", "data-slug", "data-version"],
};

/** Cleans the body in place. */
export function cleanBody(body: HTMLElement): LeftOut {
  const left: LeftOut = { images: 0, links: 0, tables: 0 };
  removeComments(body);
  for (const element of body.querySelectorAll(IMAGES)) {
    if (!element.isConnected && !body.contains(element)) continue; // inside one that is gone already
    left.images++;
    element.remove();
  }
  for (const element of body.querySelectorAll(REMOVED)) element.remove();
  for (const element of body.querySelectorAll<HTMLElement>("[style],[hidden]"))
    if (isHidden(element)) element.remove();
  takeFootnotes(body);
  joinWordLists(body);
  putInnerListsIn(body);
  for (const element of body.querySelectorAll<HTMLElement>("*")) plainElement(element, left);
  left.tables = flattenInnerTables(body);
  limitNesting(body);
  removeBlankLines(body);
  for (const element of body.querySelectorAll("*")) keepAttributes(element);
  return left;
}

function removeComments(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, 128 /* comments */ | 64 /* instructions */);
  const found: Node[] = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  for (const node of found) (node as ChildNode).remove();
}

const styleOf = (element: Element) =>
  (element.getAttribute("style") ?? "").toLowerCase().replace(/\s*:\s*/g, ":");

function isHidden(element: HTMLElement): boolean {
  const style = styleOf(element);
  return (
    element.hidden ||
    /display:none|visibility:hidden|mso-hide:all|mso-element:comment|mso-special-character:comment/.test(
      style,
    )
  );
}

/** Word's footnotes and endnotes become source notes where their numbers stand. */
function takeFootnotes(body: HTMLElement): void {
  const words = new Map<string, string>();
  for (const note of body.querySelectorAll<HTMLElement>('[id^="ftn"],[id^="edn"]')) {
    for (const back of note.querySelectorAll('a[href*="#_ftnref"],a[href*="#_ednref"]')) back.remove();
    const text = (note.textContent ?? "").replace(/\s+/g, " ").trim();
    words.set(note.id, text.slice(0, SOURCE_NOTE_CHARACTERS_MAX));
    note.remove();
  }
  for (const list of body.querySelectorAll("[style*='footnote-list'],[style*='endnote-list']")) list.remove();
  for (const link of body.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    const id = /#_((?:ftn|edn)\d+)$/.exec(link.getAttribute("href") ?? "")?.[1];
    if (!id) continue;
    const text = words.get(id);
    if (!text) {
      link.remove();
      continue;
    }
    const note = body.ownerDocument.createElement("span");
    note.setAttribute("data-source-note", "");
    note.setAttribute("data-text", text);
    link.replaceWith(note);
  }
}

/** Google writes an inner list beside the item that it belongs to. */
function putInnerListsIn(body: HTMLElement): void {
  for (const list of body.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol")) {
    const item = list.previousElementSibling;
    if (item?.tagName === "LI") item.append(list);
  }
}

/** Bold and italic by style become elements; what is no element of a text gives what it holds. The answer is nothing. */
function plainElement(element: HTMLElement, left: LeftOut): unknown {
  const style = styleOf(element);
  const { tagName } = element;
  if (tagName === "A") {
    const href = (element.getAttribute("href") ?? "").trim();
    if (isSafeHref(href)) {
      return element.setAttribute("href", href);
    }
    if (href && !href.startsWith("#")) left.links++;
    return unwrap(element);
  }
  if (
    /^(B|STRONG)$/.test(tagName) &&
    (/font-weight:(normal|[1-4]00)/.test(style) || element.closest("h1,h2,h3,h4,h5,h6"))
  )
    return unwrap(element);
  if (/^(I|EM)$/.test(tagName) && /font-style:normal/.test(style)) return unwrap(element);
  if (tagName === "P" && /^(MsoTitle|MsoHeading)/.test(element.className)) return rename(element, "h1");
  if (tagName === "SPAN" && !isOurs(element)) {
    if (/font-weight:(bold|[6-9]00)/.test(style) && !element.closest("h1,h2,h3,h4,h5,h6"))
      wrapInside(element, "strong");
    if (/font-style:(italic|oblique)/.test(style)) wrapInside(element, "em");
    return unwrap(element);
  }
  if (/^(INS|FONT|U|CENTER|SMALL|BIG|MARK|ABBR|LABEL)$/.test(tagName) || tagName.includes(":"))
    return unwrap(element);
  if (/^H[56]$/.test(tagName)) return rename(element, "h4");
  const href = element.getAttribute("data-href");
  return href !== null && !isSafeHref(href) && element.removeAttribute("data-href");
}

const isOurs = (element: Element) =>
  element.hasAttribute("data-source-note") || element.hasAttribute("data-legal-reference");

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

function wrapInside(element: Element, tag: "strong" | "em"): void {
  const wrapper = element.ownerDocument.createElement(tag);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

function rename(element: Element, tag: string): Element {
  const renamed = element.ownerDocument.createElement(tag);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

/** A table in a table's cell becomes the paragraphs of its cells. Answers how many there were. */
function flattenInnerTables(body: HTMLElement): number {
  const inner = [...body.querySelectorAll("table table")].reverse();
  for (const table of inner) {
    const cells = [...table.querySelectorAll("td,th")].map((cell) => {
      const block = body.ownerDocument.createElement("div");
      block.append(...cell.childNodes);
      return block;
    });
    table.replaceWith(...cells);
  }
  return inner.length;
}

/** Lists, quotes and tables deeper in each other than a text keeps give what they hold. */
function limitNesting(body: HTMLElement): void {
  const walk = (element: Element, depth: number): void => {
    for (const child of [...element.children]) {
      // The schema counts a list and its item, a table, its row and its cell.
      const levels = /^(UL|OL|BLOCKQUOTE|TABLE)$/.test(child.tagName)
        ? 1
        : /^(LI|TR|TD|TH)$/.test(child.tagName)
          ? 1
          : 0;
      walk(child, depth + levels);
      if (levels > 0 && depth + levels >= NESTING_MAX) unwrap(child);
    }
  };
  walk(body, 0);
}

/** Lines that only make room: the look does that here. Cells may be blank. */
function removeBlankLines(body: HTMLElement): void {
  for (const block of body.querySelectorAll("p,h1,h2,h3,h4,h5,h6")) {
    const isBlank = !/[^\s\u00a0]/.test(block.textContent ?? "") && !block.querySelector("br,span");
    if (isBlank && !block.closest("td,th")) block.remove();
  }
  for (const line of body.querySelectorAll("br")) {
    const beside = [line.previousElementSibling, line.nextElementSibling];
    if (line.parentElement === body && beside.some((one) => one && BLOCKS.test(one.tagName))) line.remove();
  }
}

function keepAttributes(element: Element): void {
  const kept = KEPT[element.tagName] ?? [];
  for (const { name } of [...element.attributes]) {
    if (name === "data-pm-slice" || kept.includes(name)) continue;
    element.removeAttribute(name);
  }
  for (const name of ["colspan", "rowspan"]) {
    if (!element.hasAttribute(name)) continue;
    const span = Math.trunc(Number(element.getAttribute(name)));
    if (span > 1) element.setAttribute(name, String(Math.min(span, PASTE_SPAN_MAX)));
    else element.removeAttribute(name);
  }
  if ((element.getAttribute("href") ?? "").length > HREF_CHARACTERS_MAX) element.removeAttribute("href");
}
