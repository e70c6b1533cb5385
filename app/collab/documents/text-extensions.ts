/**
 * The schema of texts: Tiptap's extensions with nothing of a page in them, so that browser, server, seeds and tests
 * build the same one. The editor adds commands, node views and plugins (app/features/texts/). Names and attributes are
 * those of app/domain/text/text.ts. Block nodes carry suggestions as attributes: a Yjs document keeps no marks on them.
 */
import { Extension, getSchema, Mark, Node } from "@tiptap/core";
import { ListItem } from "@tiptap/extension-list";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";
import { HEADING_LEVEL_MAX, isSafeHref } from "../../domain/text/text";

/** Nodes that a suggestion can insert or delete as a whole. */
const SUGGESTIBLE = [
  ...["paragraph", "heading", "bulletList", "orderedList", "listItem", "blockquote", "table", "tableRow"],
  ...["draftBlock", "hardBreak", "sourceNote", "legalReference"],
];

const suggestionAttribute = (name: "insertion" | "deletion") => ({
  default: null,
  keepOnSplit: false,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`),
  renderHTML: (attrs: Record<string, unknown>) => (attrs[name] ? { [`data-${name}`]: attrs[name] } : {}),
});

const SuggestedNodes = Extension.create({
  name: "suggestedNodes",
  addGlobalAttributes: () => [
    {
      types: SUGGESTIBLE,
      attributes: { insertion: suggestionAttribute("insertion"), deletion: suggestionAttribute("deletion") },
    },
  ],
});

/** Several people's suggestions may lie on the same words: a mark does not exclude itself. */
const suggestionMark = (name: "insertion" | "deletion", tag: "ins" | "del") =>
  Mark.create({
    name,
    inclusive: false,
    excludes: "",
    addAttributes: () => ({
      id: {
        default: null,
        parseHTML: (element: HTMLElement) => element.getAttribute("data-suggestion"),
        renderHTML: ({ id }: Record<string, unknown>) => ({ "data-suggestion": id }),
      },
    }),
    parseHTML: () => [{ tag: `${tag}[data-suggestion]` }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });
export const Insertion = suggestionMark("insertion", "ins");
export const Deletion = suggestionMark("deletion", "del");

const dataAttribute = (key: string, fallback: unknown = null) => ({
  default: fallback,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${key}`) ?? fallback,
  renderHTML: (attrs: Record<string, unknown>) =>
    attrs[key] === null || attrs[key] === undefined ? {} : { [`data-${key}`]: attrs[key] },
});

export const SourceNote = Node.create({
  name: "sourceNote",
  group: "inline",
  inline: true,
  atom: true,
  marks: "",
  addAttributes: () => ({ text: dataAttribute("text", ""), href: dataAttribute("href") }),
  parseHTML: () => [{ tag: "span[data-source-note]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", { "data-source-note": "", ...HTMLAttributes }],
});

export const LegalReference = Node.create({
  name: "legalReference",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({
    act: dataAttribute("act", ""),
    section: dataAttribute("section"),
    name: dataAttribute("name"),
  }),
  parseHTML: () => [{ tag: "span[data-legal-reference]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", { "data-legal-reference": "", ...HTMLAttributes }],
});

export const DraftBlock = Node.create({
  name: "draftBlock",
  group: "block",
  atom: true,
  addAttributes: () => ({
    slug: dataAttribute("slug", ""),
    version: {
      default: null,
      parseHTML: (element: HTMLElement) => Number(element.getAttribute("data-version")) || null,
      renderHTML: ({ version }: Record<string, unknown>) => (version ? { "data-version": version } : {}),
    },
  }),
  parseHTML: () => [{ tag: "div[data-draft-block]" }],
  renderHTML: ({ HTMLAttributes }) => ["div", { "data-draft-block": "", ...HTMLAttributes }],
});

/** The extensions that make the schema. The editor replaces some by ones with a view, of the same names. */
export function textExtensions() {
  return [
    StarterKit.configure({
      heading: { levels: [1, 2, 3, HEADING_LEVEL_MAX] },
      link: {
        openOnClick: false,
        autolink: false,
        HTMLAttributes: { rel: "noopener noreferrer nofollow", target: null },
        isAllowedUri: (href) => isSafeHref(href),
      },
      // The shared document has an undo of its own; the rest has no place in these texts.
      ...{ undoRedo: false, code: false, codeBlock: false, horizontalRule: false, strike: false },
      ...{ underline: false, trailingNode: false, listItem: false },
    }),
    // Any block may come first: two people who edit one item at once must not leave one that the schema refuses.
    ListItem.extend({ content: "block+" }),
    Table.configure({ resizable: false }),
    ...[TableRow, TableHeader, TableCell],
    ...[SourceNote, LegalReference, DraftBlock, Insertion, Deletion, SuggestedNodes],
  ];
}

/** The ProseMirror schema. Made anew at every call: keep it. */
export function textSchema() {
  return getSchema(textExtensions());
}
