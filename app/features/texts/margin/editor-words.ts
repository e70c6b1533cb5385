/** The plain words of what the editor shows, counted as app/collab/documents/text-anchors.ts counts those of the document. */
import type { Node } from "@tiptap/pm/model";
import { atomWords } from "../../../collab/documents/text-anchors";
import type { Passage } from "../../../domain/text/anchor";

/** Positions in the editor's document; `to` is after the last character. */
export interface Span {
  from: number;
  to: number;
}

interface Part {
  /** Index in the words, and how many characters. */
  at: number;
  length: number;
  /** Position in the editor, and how much it takes there: an atom among the words takes one. */
  pos: number;
  size: number;
}

export interface EditorWords {
  text: string;
  spanOf: (passage: Passage) => Span | null;
  /** The words of a selection; null where it has none. */
  passageOf: (span: Span) => Passage | null;
}

export function wordsOf(doc: Node): EditorWords {
  const parts: Part[] = [];
  const words: string[] = [];
  let at = 0;
  let blocks = 0;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    if (blocks++ > 0) {
      words.push("\n");
      at++;
    }
    node.forEach((child, offset) => {
      const text = child.text ?? atomWords(child.type.name, child.attrs);
      if (!text) return;
      parts.push({ at, length: text.length, pos: pos + 1 + offset, size: child.nodeSize });
      words.push(text);
      at += text.length;
    });
    return false;
  });
  const isWhole = ({ length, size }: Part) => length !== size;
  return {
    text: words.join(""),
    spanOf: ({ from, to }) => {
      const first = parts[firstWhere(parts, (part) => part.at + part.length > from)];
      const last = parts[firstWhere(parts, (part) => part.at >= to) - 1];
      if (!first || !last || from >= to) return null;
      const start = first.pos + (isWhole(first) ? 0 : Math.max(0, from - first.at));
      const end = last.pos + (isWhole(last) ? last.size : Math.min(last.length, to - last.at));
      return start < end ? { from: start, to: end } : null;
    },
    passageOf: ({ from, to }) => {
      const first = parts[firstWhere(parts, (part) => part.pos + part.size > from)];
      const last = parts[firstWhere(parts, (part) => part.pos >= to) - 1];
      if (!first || !last || from >= to) return null;
      const start = first.at + (isWhole(first) ? 0 : Math.max(0, from - first.pos));
      const end = last.at + (isWhole(last) ? last.length : Math.min(last.length, to - last.pos));
      return start < end ? { from: start, to: end } : null;
    },
  };
}

/** Index of the first that passes, of parts where those that pass come last. */
function firstWhere(parts: readonly Part[], passes: (part: Part) => boolean): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(parts[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
