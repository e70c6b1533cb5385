/**
 * One form for equal texts, and a text of whatever comes: unknown nodes, marks and attributes are left out, what may
 * not stand where it stands is lifted up or left out, adjoining words with the same marks are one. Never throws.
 */
import {
  ACT_CHARACTERS_MAX,
  BLOCK_CONTENT,
  type BlockNode,
  type BlockType,
  EMPTY_TEXT,
  FREE_BLOCKS,
  HEADING_LEVEL_MAX,
  type InlineNode,
  isSafeHref,
  MARK_TYPES,
  NESTING_MAX,
  SOURCE_NOTE_CHARACTERS_MAX,
  SUGGESTION_ID,
  type Suggested,
  type TextDocument,
  type TextMark,
} from "./text";

type Plain = Record<string, unknown>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const attrsOf = (node: Plain): Plain => (isPlain(node.attrs) ? node.attrs : {});
/** What neither Postgres nor a reader can keep: U+0000 and halves of a character. */
const cleanText = (value: unknown): string =>
  typeof value === "string" ? value.replace(/[\p{Surrogate}\0]/gu, "") : "";
const short = (value: unknown, max: number) => cleanText(cleanText(value).slice(0, max));

/** The text in its one form. An empty one is one empty paragraph. */
export function normalizeText(value: unknown): TextDocument {
  const content = isPlain(value) ? blocksOf(listOf(value.content), 0) : [];
  return content.length > 0 ? { type: "doc", content } : EMPTY_TEXT;
}

/** The blocks of a part of a text in their one form; none when it holds nothing that may stand there. */
export function normalizeBlocks(nodes: unknown[]): BlockNode[] {
  return blocksOf(nodes, 0);
}

function blocksOf(nodes: unknown[], depth: number): BlockNode[] {
  return nodes.flatMap((node) => {
    if (!isPlain(node)) return [];
    const type = node.type as BlockType;
    if (!(FREE_BLOCKS as readonly string[]).includes(type)) {
      // Words where blocks should stand become a paragraph; parts of lists and tables give what they hold.
      const words = normalizeInlines([node]);
      if (words.length > 0) return [{ type: "paragraph", content: words } satisfies BlockNode];
      return depth > NESTING_MAX ? [] : blocksOf(listOf(node.content), depth + 1);
    }
    const held = BLOCK_CONTENT[type];
    if (held !== "inline" && held !== "nothing" && depth >= NESTING_MAX)
      return blocksOf(listOf(node.content), depth + 1).filter((b) => BLOCK_CONTENT[b.type] === "inline");
    const block = blockOf(type, node, depth);
    return block ? [block] : [];
  });
}

function blockOf(type: BlockType, node: Plain, depth: number): BlockNode | null {
  const attrs = attrsOf(node);
  const suggested = suggestedIn(attrs);
  const held = (types: readonly string[]) =>
    listOf(node.content).flatMap((child) => {
      if (!isPlain(child)) return [];
      if (types.includes(child.type as string))
        return blockOf(child.type as BlockType, child, depth + 1) ?? [];
      return [];
    });
  switch (type) {
    case "paragraph":
      return { type, ...withAttrs(suggested), ...withContent(normalizeInlines(listOf(node.content))) };
    case "heading": {
      const level = Math.trunc(Number(attrs.level));
      const within = level >= 1 ? Math.min(level, HEADING_LEVEL_MAX) : 1;
      return {
        type,
        attrs: { ...suggested, level: within },
        ...withContent(normalizeInlines(listOf(node.content))),
      };
    }
    case "draftBlock": {
      const slug = short(attrs.slug, 200);
      if (!/^[a-z0-9-]+$/.test(slug)) return null;
      const version =
        Number.isSafeInteger(attrs.version) && Number(attrs.version) > 0 ? Number(attrs.version) : null;
      return { type, attrs: { ...suggested, slug, version } };
    }
    case "listItem":
    case "blockquote": {
      const content = blocksOf(listOf(node.content), depth + 1);
      return content.length > 0 ? { type, ...withAttrs(suggested), content } : null;
    }
    case "tableHeader":
    case "tableCell": {
      const content = blocksOf(listOf(node.content), depth + 1);
      const cell = { ...spanOf(attrs, "colspan"), ...spanOf(attrs, "rowspan") };
      return { type, ...withAttrs(cell), content: content.length > 0 ? content : [{ type: "paragraph" }] };
    }
    case "orderedList": {
      const content = held(BLOCK_CONTENT[type]);
      const start = Math.trunc(Number(attrs.start));
      const numbered = { ...suggested, ...(start > 1 && start < 100_000 ? { start } : {}) };
      return content.length > 0 ? { type, ...withAttrs(numbered), content } : null;
    }
    case "bulletList":
    case "table":
    case "tableRow": {
      const content = held(BLOCK_CONTENT[type]);
      return content.length > 0 ? { type, ...withAttrs(suggested), content } : null;
    }
  }
}

/** Words and inline nodes in their one form: adjoining words with the same marks are one. */
export function normalizeInlines(nodes: unknown[]): InlineNode[] {
  const inlines: InlineNode[] = [];
  for (const node of nodes) {
    const inline = isPlain(node) ? inlineOf(node) : null;
    if (!inline) continue;
    const last = inlines.at(-1);
    if (inline.type === "text" && last?.type === "text" && sameMarks(last.marks, inline.marks))
      last.text += inline.text;
    else inlines.push(inline);
  }
  return inlines;
}

function inlineOf(node: Plain): InlineNode | null {
  const attrs = attrsOf(node);
  const suggested = suggestedIn(attrs);
  switch (node.type) {
    case "text": {
      const text = cleanText(node.text);
      const marks = marksOf(listOf(node.marks));
      return text ? { type: "text", text, ...(marks.length > 0 ? { marks } : {}) } : null;
    }
    case "hardBreak":
      return { type: "hardBreak", ...withAttrs(suggested) };
    case "sourceNote": {
      const text = short(attrs.text, SOURCE_NOTE_CHARACTERS_MAX);
      const href = typeof attrs.href === "string" && isSafeHref(attrs.href) ? { href: attrs.href } : {};
      return text || "href" in href ? { type: "sourceNote", attrs: { ...suggested, text, ...href } } : null;
    }
    case "legalReference": {
      const act = short(attrs.act, ACT_CHARACTERS_MAX);
      const [section, name] = [short(attrs.section, ACT_CHARACTERS_MAX), short(attrs.name, 300)];
      if (!act) return null;
      const told = { ...(section ? { section } : {}), ...(name ? { name } : {}) };
      return { type: "legalReference", attrs: { ...suggested, act, ...told } };
    }
    default:
      return null;
  }
}

/** In the order of MARK_TYPES, suggestions of one kind by id; each once. */
function marksOf(values: unknown[]): TextMark[] {
  const marks = new Map<string, TextMark>();
  for (const value of values) {
    if (!isPlain(value)) continue;
    const attrs = attrsOf(value);
    if (value.type === "bold" || value.type === "italic") marks.set(value.type, { type: value.type });
    else if (value.type === "link" && typeof attrs.href === "string" && isSafeHref(attrs.href))
      marks.set("link", { type: "link", attrs: { href: attrs.href } });
    else if ((value.type === "insertion" || value.type === "deletion") && isSuggestionId(attrs.id))
      marks.set(`${value.type} ${attrs.id}`, { type: value.type, attrs: { id: attrs.id } });
  }
  const rank = ([key, { type }]: [string, TextMark]) => `${MARK_TYPES.indexOf(type)} ${key}`;
  return [...marks].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).map(([, mark]) => mark);
}

export function sameMarks(a: TextMark[] | undefined, b: TextMark[] | undefined): boolean {
  return JSON.stringify(a ?? []) === JSON.stringify(b ?? []);
}

const isSuggestionId = (id: unknown): id is string => typeof id === "string" && SUGGESTION_ID.test(id);

function suggestedIn({ insertion, deletion }: Plain): Suggested {
  return {
    ...(isSuggestionId(insertion) ? { insertion } : {}),
    ...(isSuggestionId(deletion) ? { deletion } : {}),
  };
}

function spanOf(attrs: Plain, key: "colspan" | "rowspan"): { colspan?: number; rowspan?: number } {
  const span = Math.trunc(Number(attrs[key]));
  return span > 1 && span <= 100 ? { [key]: span } : {};
}

const withAttrs = <A extends object>(attrs: A): { attrs?: A } =>
  Object.keys(attrs).length > 0 ? { attrs } : {};
const withContent = (content: InlineNode[]) => (content.length > 0 ? { content } : {});
