/** The words of one textblock before and after, as suggestions. Inline nodes are one position long, as characters are. */
import type { Fragment, Mark, Node } from "@tiptap/pm/model";
import { diffArrays } from "diff";
import type { Places, Rewriting, Stretch } from "./rewrite";

/** A change as its step tells it: positions in the old and in the new document. */
export interface InlineEdit {
  from: number;
  toOld: number;
  toNext: number;
}

/** Free: the words stand in a block that is one's own suggestion. */
type InlineRewriting = Rewriting & { isFree: boolean };

export const isSuggestion = ({ type }: Mark) => type.name === "insertion" || type.name === "deletion";

export function rewriteInline(
  old: Node,
  next: Node,
  at: Places,
  about: InlineRewriting,
  stretches: Stretch[],
): Node[] {
  const { start, endOld, endNext } = changedRange(old, next, at, about.edit);
  const out = new Inlines(about, stretches, at);
  out.keep(nodesIn(next.content, 0, start));
  const removed = nodesIn(old.content, start, endOld);
  const added = nodesIn(next.content, start, endNext);
  if (isSameWords(removed, added)) out.format(removed, added);
  else if (about.isManifold && removed.length > 0 && added.length > 0) out.compare(removed, added);
  else {
    out.remove(removed);
    out.add(added);
  }
  out.keep(nodesIn(next.content, endNext, next.content.size));
  return out.nodes;
}

/** Offsets in the textblocks' contents. What the step itself tells is used where one side is empty: comparing could not tell which of two equal letters went. */
function changedRange(old: Node, next: Node, at: Places, edit: InlineEdit | null) {
  if (edit && (edit.from === edit.toOld || edit.from === edit.toNext)) {
    const told = {
      start: edit.from - at.old,
      endOld: edit.toOld - at.old,
      endNext: edit.toNext - at.next,
    };
    const isHere =
      at.old === at.next &&
      told.start >= 0 &&
      told.endOld <= old.content.size &&
      told.endNext <= next.content.size;
    if (isHere) return told;
  }
  let start = old.content.findDiffStart(next.content);
  const end = old.content.findDiffEnd(next.content);
  if (start === null || !end)
    return { start: old.content.size, endOld: old.content.size, endNext: old.content.size };
  let { a: endOld, b: endNext } = end;
  const over = start - Math.min(endOld, endNext);
  if (over > 0) {
    endOld += over;
    endNext += over;
  }
  // Never through the middle of a character.
  const [before, after] = [flat(old), flat(next)];
  if (isInside(before, start) || isInside(after, start)) start--;
  if (isInside(before, endOld) || isInside(after, endNext)) {
    endOld++;
    endNext++;
  }
  return { start, endOld, endNext };
}

const flat = (node: Node) => node.textBetween(0, node.content.size, null, "\ufffc");
const isInside = (text: string, at: number) =>
  at > 0 && at < text.length && /[\ud800-\udbff]/.test(text[at - 1]!) && /[\udc00-\udfff]/.test(text[at]!);

function nodesIn(content: Fragment, from: number, to: number): Node[] {
  const nodes: Node[] = [];
  content.cut(from, to).forEach((node) => {
    nodes.push(node);
  });
  return nodes;
}

const sizeOf = (nodes: Node[]) => nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0);

function isSameWords(removed: Node[], added: Node[]): boolean {
  const told = (nodes: Node[]) =>
    nodes
      .map((node) => {
        if (node.isText) return node.text ?? "";
        const { insertion: _, deletion: __, ...attrs } = node.attrs;
        return `\0${node.type.name}${JSON.stringify(attrs)}\0`;
      })
      .join("");
  return removed.length > 0 && sizeOf(removed) === sizeOf(added) && told(removed) === told(added);
}

class Inlines {
  nodes: Node[] = [];
  private next: number;
  private out: number;
  constructor(
    private readonly about: InlineRewriting,
    private readonly stretches: Stretch[],
    at: Places,
  ) {
    this.next = at.next;
    this.out = at.out;
  }

  keep(nodes: Node[]): void {
    this.push(nodes, sizeOf(nodes));
  }

  /** `size`: how much of the new document this stands for. */
  private push(nodes: Node[], size: number) {
    this.stretches.push({ from: this.next, size, at: this.out });
    this.nodes.push(...nodes);
    this.next += size;
    this.out += sizeOf(nodes);
  }

  remove(nodes: Node[]): void {
    for (const node of nodes) {
      const kept = this.removed(node);
      if (!kept) continue;
      this.nodes.push(kept);
      this.out += kept.nodeSize;
    }
  }

  add(nodes: Node[]): void {
    this.push(
      nodes.map((node) => this.added(node)),
      sizeOf(nodes),
    );
  }

  /** Only the words that differ, of a change of many parts. */
  compare(removed: Node[], added: Node[]): void {
    const [before, after] = [removed.flatMap(words), added.flatMap(words)];
    let [i, j] = [0, 0];
    for (const part of diffArrays(before.map(keyOf), after.map(keyOf))) {
      const { length } = part.value;
      if (part.removed) this.remove(before.slice(i, i + length));
      else if (part.added) this.add(after.slice(j, j + length));
      else this.keep(after.slice(j, j + length));
      if (!part.added) i += length;
      if (!part.removed) j += length;
    }
  }

  /** The same words with other marks: those that changed are taken away and put in beside. */
  format(removed: Node[], added: Node[]): void {
    let changed: { before: Node[]; after: Node[] } = { before: [], after: [] };
    const flush = () => {
      this.remove(changed.before);
      this.push(changed.after, sizeOf(changed.after));
      changed = { before: [], after: [] };
    };
    for (const [before, after] of inStep(removed, added)) {
      const suggested = before.marks.filter(isSuggestion);
      const plain = withoutSuggested(after.marks);
      const isDeleted = before.attrs.deletion || suggested.some(({ type }) => type.name === "deletion");
      const isSame = marksEqual(withoutSuggested(before.marks), plain);
      if (isSame || isDeleted || !before.isText) {
        flush();
        this.keep([before]);
      } else if (this.about.isFree || this.isOwnInsertion(before)) {
        flush();
        this.keep([after.mark(joined(plain, suggested))]);
      } else {
        changed.before.push(before);
        changed.after.push(after.mark(this.mark(after, "insertion").addToSet(plain)));
      }
    }
    flush();
  }

  private isOwnInsertion(node: Node): boolean {
    const ids = insertionsOf(node);
    return ids.length > 0 && ids.every((id) => this.about.isOwn(id));
  }

  private mark(node: Node, name: "insertion" | "deletion", id = this.about.id): Mark {
    return node.type.schema.marks[name]!.create({ id });
  }

  /** Null for what nobody else has seen as text yet: one's own insertion goes. */
  private removed(node: Node): Node | null {
    if (this.about.isFree || this.isOwnInsertion(node)) return null;
    if (!node.isText)
      return node.attrs.deletion
        ? node
        : node.type.create({ ...node.attrs, deletion: this.about.id }, null, node.marks);
    const isOwnAlready = node.marks.some(
      ({ type, attrs }) => type.name === "deletion" && this.about.isOwn(String(attrs.id)),
    );
    return isOwnAlready ? node : node.mark(this.mark(node, "deletion").addToSet(node.marks));
  }

  private added(node: Node): Node {
    const own = insertionsOf(node).find((id) => this.about.isOwn(id));
    if (this.about.isFree && node.isText) return node.mark(withoutSuggested(node.marks));
    if (!node.isText)
      return node.type.create(
        { ...node.attrs, insertion: own ?? this.about.id, deletion: null },
        null,
        withoutSuggested(node.marks),
      );
    return node.mark(this.mark(node, "insertion", own).addToSet(withoutSuggested(node.marks)));
  }
}

function insertionsOf(node: Node): string[] {
  if (!node.isText) return node.attrs.insertion ? [String(node.attrs.insertion)] : [];
  return node.marks.flatMap(({ type, attrs }) => (type.name === "insertion" ? [String(attrs.id)] : []));
}

export function withoutSuggested(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark) => !isSuggestion(mark));
}

const joined = (marks: readonly Mark[], more: readonly Mark[]) =>
  more.reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), marks);

const marksEqual = (a: readonly Mark[], b: readonly Mark[]) =>
  a.length === b.length && a.every((mark, i) => mark.eq(b[i]!));

/** Pieces of equal length, side by side. Both have the same words. */
function* inStep(before: Node[], after: Node[]): Generator<[Node, Node]> {
  const [a, b] = [[...before], [...after]];
  while (a[0] && b[0]) {
    const size = Math.min(a[0].nodeSize, b[0].nodeSize);
    yield [take(a, size), take(b, size)];
  }
}

function take(nodes: Node[], size: number): Node {
  const [first] = nodes as [Node];
  if (first.nodeSize === size) nodes.shift();
  else nodes[0] = first.cut(size);
  return first.nodeSize === size ? first : first.cut(0, size);
}

/** A word or the space between two, each a node. */
function words(node: Node): Node[] {
  if (!node.isText) return [node];
  const parts: Node[] = [];
  let at = 0;
  for (const part of node.text!.split(/(\s+)/)) {
    if (part) parts.push(node.cut(at, at + part.length));
    at += part.length;
  }
  return parts;
}

const keyOf = (node: Node) => JSON.stringify(node.toJSON());
