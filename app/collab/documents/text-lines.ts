/** The words of a rich text as they stand in its Y.Doc: plain lines, for taking along what cannot be saved. Needs no schema. */
import * as Y from "yjs";

/** The words of a node and of all in it: a line for each paragraph, none for empty ones. */
export function linesOf(parent: Y.XmlFragment): string[] {
  const lines: string[] = [];
  let line = "";
  const end = () => {
    if (line.trim()) lines.push(line);
    line = "";
  };
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) line += wordsOf(child);
    else if (child instanceof Y.XmlElement && child.length === 0) line += atomWords(child);
    else if (child instanceof Y.XmlElement) {
      end();
      lines.push(...linesOf(child));
    }
  }
  end();
  return lines;
}

/** The paragraphs of a whole text, also of a copy from before a restore. */
export const textParagraphs = (doc: Y.Doc): string[] => linesOf(doc.getXmlFragment("content"));

function wordsOf(text: Y.XmlText): string {
  return (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === "string" ? insert : ""))
    .join("");
}

/** A note on a source, a reference to an act, a line break. */
function atomWords(node: Y.XmlElement): string {
  if (node.nodeName === "hardBreak") return "\n";
  const attrs: Record<string, unknown> = node.getAttributes();
  const words = ["text", "name", "act", "section"].flatMap((key) => {
    const value = attrs[key];
    return typeof value === "string" && value ? [value] : [];
  });
  if (words.length === 0) return "";
  return node.nodeName === "sourceNote" ? ` [${words.join(" ")}]` : words.join(" ");
}
