/** How headings, source notes and legal references are drawn in the editor: as the reading page draws them. */
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView, NodeView, NodeViewConstructor } from "@tiptap/pm/view";

export interface NodeWords {
  /** "Lähde 3", for screen readers. */
  sourceNumber: (number: number) => string;
  /** The level of the heading that stands above the text: its own begin one below. */
  headingUnder: number;
}

export const NodeViews = Extension.create<NodeWords>({
  name: "nodeViews",
  addOptions: () => ({ sourceNumber: String, headingUnder: 1 }),
  addProseMirrorPlugins() {
    const { sourceNumber, headingUnder } = this.options;
    const numbers = new SourceNumbers(sourceNumber);
    const nodeViews: Record<string, NodeViewConstructor> = {
      heading: (node) => {
        const dom = suggestedElement(`h${Math.min(6, Number(node.attrs.level) + headingUnder)}`, node);
        return { dom, contentDOM: dom };
      },
      legalReference: (node) => {
        const dom = suggestedElement("cite", node);
        dom.className = "legal-reference";
        dom.textContent = [node.attrs.name, node.attrs.act, node.attrs.section].filter(Boolean).join(" ");
        return { dom };
      },
      sourceNote: (node, view, getPos) => numbers.view(node, view, getPos),
    };
    return [new Plugin({ props: { nodeViews } })];
  },
});

/** An element that carries the node's suggestions as the reading page does. */
export function suggestedElement(tag: string, { attrs }: Node): HTMLElement {
  const element = document.createElement(tag);
  for (const name of ["insertion", "deletion"])
    if (attrs[name]) element.setAttribute(`data-${name}`, attrs[name]);
  return element;
}

/** Source notes are known by their place: whenever one comes or goes, all are numbered again, once a frame. */
class SourceNumbers {
  private readonly shown = new Map<HTMLElement, () => number | undefined>();
  private frame = 0;

  constructor(private readonly words: (number: number) => string) {}

  view(node: Node, _view: EditorView, getPos: () => number | undefined): NodeView {
    const dom = suggestedElement("sup", node);
    dom.className = "source-note";
    dom.title = String(node.attrs.text || node.attrs.href || "");
    this.shown.set(dom, getPos);
    this.numberSoon();
    return {
      dom,
      ignoreMutation: () => true,
      destroy: () => {
        this.shown.delete(dom);
        this.numberSoon();
      },
    };
  }

  private numberSoon(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.number());
  }

  private number(): void {
    this.frame = 0;
    const places = [...this.shown].map(([dom, getPos]) => [dom, getPos() ?? 0] as const);
    places.sort(([, a], [, b]) => a - b);
    for (const [index, [dom]] of places.entries()) {
      const number = String(index + 1);
      if (dom.textContent === number) continue;
      dom.textContent = number;
      dom.setAttribute("role", "img");
      dom.setAttribute("aria-label", this.words(index + 1));
    }
  }
}
