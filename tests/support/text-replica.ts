/**
 * A text as one browser has it, without a browser: ProseMirror's steps written into the Y.Doc as the editor's binding
 * writes them, what others wrote taken over as the binding takes it, undo of one's own.
 */
import type { Node } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import { updateYFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { readText, textFragment } from "../../app/collab/documents/text-document";
import { textSchema } from "../../app/collab/documents/text-extensions";
import type { TextDocument } from "../../app/domain/text/text";

const schema = textSchema();
type Binding = Parameters<typeof updateYFragment>[3];

export class TextReplica {
  readonly doc = new Y.Doc();
  readonly undo: Y.UndoManager;
  node: Node;
  private binding: Binding = { mapping: new Map(), isOMark: new Map() };

  constructor(id: number) {
    this.doc.clientID = id;
    this.undo = new Y.UndoManager(textFragment(this.doc), {
      trackedOrigins: new Set(["own"]),
      captureTimeout: 0,
    });
    this.node = this.read();
  }

  /** Steps as an editor makes them. What the schema refuses is not done. */
  edit(change: (transform: Transform) => void): void {
    const transform = new Transform(this.node);
    try {
      change(transform);
      transform.doc.check();
    } catch {
      return;
    }
    this.show(transform.doc);
  }

  /** The whole text in another form: a restored version. */
  write(text: TextDocument): void {
    this.binding = { mapping: new Map(), isOMark: new Map() };
    this.show(schema.nodeFromJSON(text));
  }

  takeBack(): void {
    this.undo.undo();
    this.reread();
  }

  /** Takes over what another replica has. */
  pull(other: TextReplica): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(this.doc)));
    this.reread();
  }

  private show(node: Node): void {
    this.node = node;
    this.doc.transact(() => updateYFragment(this.doc, textFragment(this.doc), node, this.binding), "own");
  }

  private reread(): void {
    this.binding = { mapping: new Map(), isOMark: new Map() };
    this.node = this.read();
  }

  private read(): Node {
    return schema.nodeFromJSON(readText(this.doc));
  }
}
