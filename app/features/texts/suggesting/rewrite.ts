/**
 * What somebody did to a text, told as suggestions (rule E2): what they deleted stays and is marked, what they wrote is
 * marked, what is their own suggestion already changes freely. Blocks are paired; within a pair of textblocks words are
 * compared, everything else is the old block marked as deleted and the new one marked as inserted after it.
 */
import { Fragment, type Node } from "@tiptap/pm/model";
import { type InlineEdit, isSuggestion, rewriteInline } from "./rewrite-inline";

export interface Rewriting {
  /** Of the suggestion that this change belongs to. */
  id: string;
  isOwn: (id: string) => boolean;
  /** Positions that the change itself told, of the old and the new document; null: found by comparing. */
  edit: InlineEdit | null;
  /** The change has several steps in it: words are compared one by one. */
  isManifold: boolean;
  /** Others' suggestions within what was one's own go along with it. */
  keepsOthers: boolean;
}

/** A stretch of the new document and where it stands in the rewritten one. Positions as ProseMirror's. */
export interface Stretch {
  from: number;
  size: number;
  at: number;
}

export interface Rewritten {
  doc: Node;
  stretches: Stretch[];
}

/** The document that says the change from `old` to `next` as suggestions. */
export function rewrite(old: Node, next: Node, rewriting: Rewriting): Rewritten {
  const rewriter = new Rewriter(rewriting);
  const children = rewriter.children(old, next, { old: 0, next: 0, out: 0 });
  return { doc: old.copy(Fragment.from(children)), stretches: rewriter.stretches };
}

/** Where the contents of a pair begin, in each of the three documents. */
export interface Places {
  old: number;
  next: number;
  out: number;
}

class Rewriter {
  stretches: Stretch[] = [];
  /** Inside a block that is one's own suggestion: what goes is gone, what comes needs no mark. */
  private isFree = false;
  constructor(private readonly about: Rewriting) {}

  children(old: Node, next: Node, at: Places): Node[] {
    const out = new Output(this.stretches, at.out);
    let start = 0;
    while (start < Math.min(old.childCount, next.childCount) && old.child(start).eq(next.child(start)))
      start++;
    let [endOld, endNext] = [old.childCount, next.childCount];
    while (endOld > start && endNext > start && old.child(endOld - 1).eq(next.child(endNext - 1))) {
      endOld--;
      endNext--;
    }
    const olds = placed(old, at.old);
    const news = placed(next, at.next);
    for (const { node, pos } of news.slice(0, start)) out.push(node, pos);
    this.middle(olds.slice(start, endOld), news.slice(start, endNext), out);
    for (const { node, pos } of news.slice(endNext)) out.push(node, pos);
    return out.nodes;
  }

  private middle(olds: Placed[], news: Placed[], out: Output): void {
    const isOwn = ({ node }: Placed) => this.isOwnInsertion(node);
    const alike = olds.length === news.length && olds.every((old, i) => isOwn(old) === isOwn(news[i]!));
    // One's own blocks go and come as they like; the others are paired.
    const asked = alike ? olds : olds.filter((old) => !isOwn(old));
    const answers = alike ? news : news.filter((one) => !isOwn(one));
    const pairs = asked.length === answers.length ? asked.length : Math.min(1, asked.length, answers.length);
    const others = new Set(alike ? [] : olds.filter(isOwn).flatMap(({ node }) => [...suggestionsIn(node)]));
    const isPaired =
      pairs > 0 && (asked.length === answers.length || canPair(asked[0]!.node, answers[0]!.node));
    if (!isPaired) for (const { node } of asked) this.remove(node, out);
    let index = 0;
    for (const { node, pos } of news) {
      const answer = answers[index]?.node === node && answers[index]?.pos === pos;
      if (!answer) {
        out.push(this.inserted(node, others), pos);
        continue;
      }
      if (isPaired && index < pairs) this.pair(asked[index]!, { node, pos }, out);
      else out.push(this.inserted(node, others), pos);
      index++;
      // What was paired with nothing goes where it stood: after the last pair.
      if (isPaired && index === pairs) for (const left of asked.slice(pairs)) this.remove(left.node, out);
    }
  }

  private pair(old: Placed, next: Placed, out: Output): void {
    if (old.node.eq(next.node)) out.push(next.node, next.pos);
    else if (canPair(old.node, next.node)) {
      const at = { old: old.pos + 1, next: next.pos + 1, out: out.pos + 1 };
      this.stretches.push({ from: next.pos, size: 0, at: out.pos });
      const wasFree = this.isFree;
      this.isFree ||= this.isOwnInsertion(old.node);
      const content = old.node.isTextblock
        ? rewriteInline(old.node, next.node, at, { ...this.about, isFree: this.isFree }, this.stretches)
        : this.children(old.node, next.node, at);
      this.isFree = wasFree;
      out.push(old.node.type.create(old.node.attrs, content, old.node.marks), null);
    } else if (this.isOwnInsertion(old.node))
      out.push(this.inserted(next.node, suggestionsIn(old.node)), next.pos);
    else {
      this.remove(old.node, out);
      out.push(this.inserted(next.node, NONE), next.pos);
    }
  }

  private isOwnInsertion(node: Node): boolean {
    return typeof node.attrs.insertion === "string" && this.about.isOwn(node.attrs.insertion);
  }

  /** A block that somebody proposes to delete already stays as it is. */
  private remove(node: Node, out: Output): void {
    if (!this.isFree) out.push(node.attrs.deletion ? node : this.deleted(node), null);
  }

  private deleted(node: Node): Node {
    return node.type.create({ ...node.attrs, deletion: this.about.id }, node.content, node.marks);
  }

  /** A copy says what this person suggests: others' suggestions stay on the old words, but for those within what was one's own before. */
  private inserted(node: Node, others: ReadonlySet<string>): Node {
    if (this.isOwnInsertion(node)) return node;
    const copy = withSuggestionsOf(
      node,
      (id) => this.about.isOwn(id) || (this.about.keepsOthers && others.has(id)),
    );
    if (this.isFree) return copy;
    const { attrs, content } = copy;
    return node.type.create({ ...attrs, insertion: this.about.id, deletion: null }, content, node.marks);
  }
}

const NONE: ReadonlySet<string> = new Set();

/** The ids of all suggestions on a node and in it. */
function suggestionsIn(node: Node): Set<string> {
  const ids = new Set<string>();
  const note = ({ attrs, marks }: Node) => {
    for (const id of [attrs.insertion, attrs.deletion]) if (id) ids.add(String(id));
    for (const mark of marks) if (isSuggestion(mark)) ids.add(String(mark.attrs.id));
  };
  note(node);
  node.descendants(note);
  return ids;
}

function withSuggestionsOf(node: Node, isKept: (id: string) => boolean): Node {
  const kept = (id: unknown) => (id && isKept(String(id)) ? id : null);
  const marks = node.marks.filter((mark) => !isSuggestion(mark) || isKept(String(mark.attrs.id)));
  if (node.isText) return node.mark(marks);
  const attrs = { ...node.attrs };
  for (const key of ["insertion", "deletion"]) if (key in attrs) attrs[key] = kept(attrs[key]);
  const children: Node[] = [];
  node.forEach((child) => {
    children.push(withSuggestionsOf(child, isKept));
  });
  return node.type.create(attrs, Fragment.from(children), marks);
}

interface Placed {
  node: Node;
  pos: number;
}

function placed(parent: Node, start: number): Placed[] {
  const children: Placed[] = [];
  parent.forEach((node, offset) => {
    children.push({ node, pos: start + offset });
  });
  return children;
}

class Output {
  nodes: Node[] = [];
  constructor(
    private readonly stretches: Stretch[],
    public pos: number,
  ) {}

  /** `from`: where the node stands in the new document; null for what is not in it as a whole. */
  push(node: Node, from: number | null) {
    if (from !== null) this.stretches.push({ from, size: node.nodeSize, at: this.pos });
    this.nodes.push(node);
    this.pos += node.nodeSize;
  }
}

/** May the change between these two be told inside them? Cells and rows carry no suggestion of their own cells. */
function canPair(old: Node, next: Node): boolean {
  if (!old.sameMarkup(next) || old.isAtom) return false;
  if (old.isTextblock) return true;
  const name = old.type.name;
  if (name === "table") {
    const width = regularWidth(old);
    return width !== null && width === regularWidth(next);
  }
  if (name !== "tableRow") return true;
  if (old.childCount !== next.childCount) return false;
  for (let i = 0; i < old.childCount; i++) if (!old.child(i).sameMarkup(next.child(i))) return false;
  return true;
}

/** The columns of a table whose rows are all as wide and reach into no other row; else null. */
function regularWidth(table: Node): number | null {
  let width: number | null = null;
  for (let i = 0; i < table.childCount; i++) {
    const row = table.child(i);
    let columns = 0;
    for (let j = 0; j < row.childCount; j++) {
      if (Number(row.child(j).attrs.rowspan ?? 1) > 1) return null;
      columns += Number(row.child(j).attrs.colspan ?? 1);
    }
    if (width !== null && columns !== width) return null;
    width = columns;
  }
  return width;
}
