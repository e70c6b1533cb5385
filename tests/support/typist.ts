/** Types recorded operations into a text through the editor's binding, each person in paragraphs of their own. */
import { Fragment, type Mark, type Node } from "@tiptap/pm/model";
import { initProseMirrorDoc, updateYFragment } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { textSchema } from "../../app/collab/documents/text-extensions";
import { textFragment } from "../../app/collab/documents/text-reading";

export type TypedOperation =
  | ["paragraph"]
  | ["type", string]
  | ["back", number]
  | ["bold", number]
  | ["heading", number]
  /** In another's paragraph: a place from 0 to 1 of the text, and the words, or how many characters go. */
  | ["elsewhere", number, string]
  | ["cut", number, number];

const schema = textSchema();
const words = (block: Node) => block.textContent;

export class Typist {
  /** The block that is typed in: found by its Yjs node, which stays when others come and go. */
  private own: unknown = null;

  /** `suggestion`: all that is typed is this suggestion's. */
  constructor(
    private readonly doc: Y.Doc,
    readonly suggestion: string | null,
  ) {}

  type(operation: TypedOperation): void {
    const root = textFragment(this.doc);
    const { doc, mapping } = initProseMirrorDoc(root, schema);
    const children = [...doc.children];
    const at = (root.toArray() as unknown[]).indexOf(this.own);
    const added = this.change(children, at, operation);
    this.doc.transact(() => {
      const next = doc.copy(Fragment.fromArray(children));
      updateYFragment(this.doc, root, next, { mapping, isOMark: new Map() });
    });
    if (added !== null) this.own = root.get(added);
  }

  /** Changes the blocks in place; gives the index of a block of one's own that came, or null. */
  private change(blocks: Node[], at: number, [kind, ...given]: TypedOperation): number | null {
    const [first, second] = given as [number | string, (number | string)?];
    if (kind === "paragraph") {
      const insertion = this.suggestion;
      blocks.push(schema.node("paragraph", { insertion }));
      return blocks.length - 1;
    }
    if (kind === "elsewhere" || kind === "cut") this.elsewhere(blocks, Number(first), second!);
    const own = blocks[at];
    if (!own) return null;
    const { size } = own.content;
    if (kind === "type") blocks[at] = own.copy(own.content.append(Fragment.from(schema.text(String(first)))));
    if (kind === "back") blocks[at] = own.copy(own.content.cut(0, Math.max(0, size - Number(first))));
    if (kind === "bold")
      blocks[at] = own.copy(marked(own, Math.max(0, size - Number(first)), size, [schema.mark("bold")]));
    if (kind === "heading" && !this.suggestion)
      blocks[at] = schema.node("heading", { level: Number(first) }, own.content);
    return kind === "heading" && !this.suggestion ? at : null;
  }

  private elsewhere(blocks: Node[], place: number, what: number | string): void {
    const index = Math.floor(place * blocks.length);
    const block = blocks[index];
    // Nobody suggests within what another suggests here: that is another test's matter.
    if (!block || !words(block) || block.attrs.insertion) return;
    const { content } = block;
    const from = Math.floor(place * content.size);
    const to = typeof what === "number" ? Math.min(content.size, from + what) : from;
    const id = this.suggestion;
    if (typeof what === "string") {
      const put = schema.text(what, id ? [schema.mark("insertion", { id })] : []);
      blocks[index] = block.copy(content.cut(0, from).addToEnd(put).append(content.cut(from)));
    } else if (!id) blocks[index] = block.copy(content.cut(0, from).append(content.cut(to)));
    else blocks[index] = block.copy(marked(block, from, to, [schema.mark("deletion", { id })]));
  }
}

/** The block's content with marks on a stretch of it. */
function marked({ content }: Node, from: number, to: number, marks: Mark[]): Fragment {
  const between: Node[] = [];
  content.cut(from, to).forEach((node) => {
    between.push(node.mark(marks.reduce<readonly Mark[]>((all, mark) => mark.addToSet(all), node.marks)));
  });
  return content.cut(0, from).append(Fragment.fromArray(between)).append(content.cut(to));
}
