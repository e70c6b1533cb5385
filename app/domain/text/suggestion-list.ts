/** The suggestions of a text one by one: what each takes away and puts in, where it stands, and which lie on one passage. */
import type { BlockNode, InlineNode, Suggested, TextDocument } from "./text";

/**
 * insertion, deletion and replacement are of words; formatting takes the same words away and puts them in beside;
 * structure does so with blocks, or is of blocks without words.
 */
export const TEXT_SUGGESTION_KINDS = [
  "insertion",
  "deletion",
  "replacement",
  "formatting",
  "structure",
] as const;
export type TextSuggestionKind = (typeof TEXT_SUGGESTION_KINDS)[number];

export interface ListedSuggestion {
  id: string;
  kind: TextSuggestionKind;
  /** Plain words; those of several blocks are parted by line ends. */
  removed: string;
  added: string;
  /** What stands around its first words in the same block, at most CONTEXT_SHOWN_MAX characters each, without what others would put in. */
  before: string;
  after: string;
  /** The heading that it stands under; empty before the first one. */
  under: string;
  /** The first block with it: indexes from the document down. */
  path: number[];
  /** Suggestions on one passage have the same number. */
  group: number;
}

/** Characters of context on each side. */
export const CONTEXT_SHOWN_MAX = 60;

/** In the order of the text. */
export function listSuggestions(text: TextDocument): ListedSuggestion[] {
  const found = new Found();
  found.walk(text.content, [], []);
  return found.list();
}

/** Those on one passage together, in the order of the text. */
export function groupsOf<T extends { group: number }>(suggestions: readonly T[]): T[][] {
  const groups = new Map<number, T[]>();
  for (const suggestion of suggestions) {
    const group = groups.get(suggestion.group);
    if (group) group.push(suggestion);
    else groups.set(suggestion.group, [suggestion]);
  }
  return [...groups.values()];
}

interface Entry extends Pick<ListedSuggestion, "before" | "after" | "under" | "path"> {
  removed: string[];
  added: string[];
  blocks: Set<string>;
}

class Found {
  private entries = new Map<string, Entry>();
  private above = "";
  /** Union-find: a suggestion's id → another one on its passage. */
  private joined = new Map<string, string>();

  walk(blocks: BlockNode[], path: number[], around: string[]): void {
    let beside: string[] = [];
    for (const [index, block] of blocks.entries()) {
      const at = [...path, index];
      const suggested = ("attrs" in block ? block.attrs : undefined) as Suggested | undefined;
      const ids = idsOf(suggested);
      this.join(ids, [...beside, ...around]);
      beside = ids;
      for (const part of ["deletion", "insertion"] as const) {
        const id = suggested?.[part];
        if (!id) continue;
        const words = blockWords(block, part === "deletion" ? "insertion" : "deletion");
        this.note(id, part, words, at, () => ({ before: "", after: "" }));
      }
      if (block.type === "draftBlock") continue;
      if (block.type !== "paragraph" && block.type !== "heading") {
        this.walk(block.content, at, ids.length > 0 ? [...around, ...ids] : around);
        continue;
      }
      if (block.type === "heading" && !suggested?.deletion)
        this.above = inlineWords(block.content, "insertion").trim() || this.above;
      this.words(block.content ?? [], at, [...around, ...ids]);
    }
  }

  private words(nodes: InlineNode[], path: number[], around: string[]): void {
    let beside: string[] = [];
    for (const [index, node] of nodes.entries()) {
      const { insertion, deletion } = suggestedIn(node);
      const ids = [...deletion, ...insertion];
      if (ids.length > 0) this.join(ids, [...beside, ...around]);
      beside = ids;
      const context = () => ({
        before: inlineWords(nodes.slice(0, index), "insertion").slice(-CONTEXT_SHOWN_MAX),
        after: inlineWords(nodes.slice(index + 1), "insertion").slice(0, CONTEXT_SHOWN_MAX),
      });
      for (const id of deletion) this.note(id, "deletion", wordsOf(node), path, context);
      for (const id of insertion) this.note(id, "insertion", wordsOf(node), path, context);
    }
  }

  private note(
    id: string,
    part: "insertion" | "deletion",
    words: string,
    path: number[],
    context: () => { before: string; after: string },
  ) {
    const key = path.join(".");
    const entry = this.entries.get(id);
    const into = entry ?? {
      ...{ removed: [], added: [], blocks: new Set<string>(), under: this.above, path },
      ...context(),
    };
    if (!entry) this.entries.set(id, into);
    // What follows the last of its words in the first block is what stands after it.
    else if (into.blocks.size === 1 && into.blocks.has(key)) into.after = context().after;
    const list = part === "deletion" ? into.removed : into.added;
    const goesOn = into.blocks.has(key) && list.length > 0;
    into.blocks.add(key);
    if (goesOn) list.push(`${list.pop()}${words}`);
    else list.push(words);
  }

  private join(ids: string[], others: string[]) {
    const [first] = ids;
    if (first === undefined) return;
    for (const other of [...ids.slice(1), ...others]) this.joined.set(this.root(other), this.root(first));
  }

  private root(id: string): string {
    let root = id;
    for (let next = this.joined.get(root); next !== undefined && next !== root; next = this.joined.get(root))
      root = next;
    return root;
  }

  list(): ListedSuggestion[] {
    const groups = new Map<string, number>();
    return [...this.entries].map(([id, { blocks, ...entry }]) => {
      const root = this.root(id);
      if (!groups.has(root)) groups.set(root, groups.size + 1);
      const [removed, added] = [entry.removed.join("\n"), entry.added.join("\n")];
      return {
        ...{ id, kind: kindOf(removed, added, blocks.size), removed, added },
        ...{ before: entry.before, after: entry.after, under: entry.under, path: entry.path },
        group: groups.get(root)!,
      };
    });
  }
}

function kindOf(removed: string, added: string, blocks: number): TextSuggestionKind {
  const [gone, come] = [removed.replace(/\s/g, ""), added.replace(/\s/g, "")];
  if (gone === come) return blocks > 1 || !gone ? "structure" : "formatting";
  if (!gone) return "insertion";
  return come ? "replacement" : "deletion";
}

const idsOf = (suggested: Suggested | undefined): string[] =>
  [suggested?.deletion, suggested?.insertion].filter((id) => id !== undefined);

function suggestedIn(node: InlineNode): { insertion: string[]; deletion: string[] } {
  if (node.type !== "text")
    return {
      insertion: node.attrs?.insertion ? [node.attrs.insertion] : [],
      deletion: node.attrs?.deletion ? [node.attrs.deletion] : [],
    };
  const of = (type: "insertion" | "deletion") =>
    (node.marks ?? []).flatMap((mark) => (mark.type === type ? [mark.attrs.id] : []));
  return { insertion: of("insertion"), deletion: of("deletion") };
}

function wordsOf(node: InlineNode): string {
  if (node.type === "text") return node.text;
  if (node.type === "hardBreak") return "\n";
  if (node.type === "sourceNote") return node.attrs.text || (node.attrs.href ?? "");
  return [node.attrs.name, node.attrs.act, node.attrs.section].filter(Boolean).join(" ");
}

/** The words of these nodes but for those that a suggestion would insert, or delete. */
function inlineWords(nodes: InlineNode[] | undefined, without: "insertion" | "deletion"): string {
  return (nodes ?? [])
    .filter((node) => suggestedIn(node)[without].length === 0)
    .map(wordsOf)
    .join("");
}

function blockWords(block: BlockNode, without: "insertion" | "deletion"): string {
  if (block.type === "draftBlock") return block.attrs.slug;
  if (block.type === "paragraph" || block.type === "heading") return inlineWords(block.content, without);
  return block.content
    .filter((child) => !(("attrs" in child ? child.attrs : undefined) as Suggested | undefined)?.[without])
    .map((child) => blockWords(child, without))
    .join("\n");
}
