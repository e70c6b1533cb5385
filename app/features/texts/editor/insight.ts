/** What the page tells of the text beside it: outline, words, sources. Counted when nobody types, and only what changed. */
import type { Node } from "@tiptap/pm/model";
import type { SourceNoteAttrs } from "../../../domain/text/text";

export interface Heading {
  level: number;
  title: string;
  /** Where the heading stands in the document. */
  pos: number;
}

export interface TextInsight {
  outline: Heading[];
  words: number;
  sources: Pick<SourceNoteAttrs, "text" | "href">[];
}

/** Counts texts; unchanged blocks are not counted again. */
export class InsightCounter {
  private readonly segmenter = new Intl.Segmenter("fi", { granularity: "word" });
  private byNode = new WeakMap<Node, number>();
  private byWords = new Map<string, number>();

  read(doc: Node): TextInsight {
    const insight: TextInsight = { outline: [], words: 0, sources: [] };
    const seen = new Map<string, number>();
    doc.descendants((node, pos) => {
      if (node.type.name === "sourceNote") insight.sources.push(node.attrs as SourceNoteAttrs);
      if (!node.isTextblock) return;
      insight.words += this.wordsOf(node, seen);
      if (node.type.name !== "heading") return;
      const title = node.textContent.trim();
      if (title) insight.outline.push({ level: Number(node.attrs.level), title, pos });
    });
    this.byWords = seen;
    return insight;
  }

  private wordsOf(node: Node, seen: Map<string, number>): number {
    let count = this.byNode.get(node);
    const text = node.textBetween(0, node.content.size, undefined, leafWords);
    // A change of somebody else makes all nodes anew: their words tell that they are the same.
    count ??= this.byWords.get(text) ?? seen.get(text);
    if (count === undefined) {
      count = 0;
      for (const { isWordLike } of this.segmenter.segment(text)) if (isWordLike) count++;
    }
    this.byNode.set(node, count);
    seen.set(text, count);
    return count;
  }
}

/** Words of what is no text itself, as the reading page counts them. */
function leafWords({ type, attrs }: Node): string {
  if (type.name === "hardBreak") return "\n";
  return type.name === "legalReference"
    ? [attrs.name, attrs.act, attrs.section].filter(Boolean).join(" ")
    : "";
}
