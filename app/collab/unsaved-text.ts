/** Remembers which texts this tab changed, so that a person can take them along when they cannot be saved. */
import * as Y from "yjs";
import { linesOf } from "./documents/text-lines";

type Type = Y.AbstractType<unknown>;

export class UnsavedText {
  /** What changed in each, by the type or, for a root, by its name: Yjs puts another object there on its first use. */
  private readonly touched = new Map<Type | string, Set<string | null>>();

  constructor(private readonly doc: Y.Doc) {}

  /** Notes what a local transaction changed. */
  note(transaction: Y.Transaction): void {
    for (const [type, keys] of transaction.changed) {
      if (type instanceof Y.XmlFragment && keys.has(null)) this.noteAdded(type, transaction);
      const at = type._item ? (type as Type) : Y.findRootTypeKey(type as Type);
      const noted = this.touched.get(at) ?? new Set();
      for (const key of keys) noted.add(key);
      this.touched.set(at, noted);
    }
  }

  /** Of a rich text: the nodes that came into this one. */
  private noteAdded(parent: Y.XmlFragment, { beforeState }: Y.Transaction): void {
    for (const child of parent.toArray() as (Y.XmlElement | Y.XmlText)[]) {
      const id = child._item?.id;
      if (id && id.clock >= (beforeState.get(id.client) ?? 0)) this.touched.set(child as Type, new Set());
    }
  }

  /** Everything is saved: nothing to take along. */
  clear(): void {
    this.touched.clear();
  }

  /** The texts as they stand now, one a line, each once. */
  read(): string {
    const lines = [...this.touched].flatMap(([at, keys]) => {
      const type = typeof at === "string" ? this.doc.share.get(at) : at;
      if (type instanceof Y.XmlText) return [blockAround(type)];
      if (type instanceof Y.XmlElement) return linesOf(type);
      if (type instanceof Y.Text) return [type.toString()];
      if (type instanceof Y.Map)
        return [...keys].flatMap((key) => (key === null ? [] : texts(type.get(key))));
      return [];
    });
    return [...new Set(lines.map((line) => line.trim()).filter(Boolean))].join("\n");
  }
}

/** Words in a value: a shared text, those of a new category, or a question's. Codes (sides, status, order) are none. */
function texts(value: unknown): string[] {
  if (value instanceof Y.Text) return [value.toString()];
  if (value instanceof Y.Map)
    return [...value.values()].flatMap((inner) => (inner instanceof Y.Text ? texts(inner) : []));
  if (typeof value === "object" && value !== null && "text" in value) return [String(value.text)];
  return [];
}

/** All words of the paragraph or heading that the text lies in. */
function blockAround(text: Y.XmlText): string {
  const block = text.parent;
  return text._item?.deleted || !(block instanceof Y.XmlElement) ? "" : linesOf(block).join("");
}
