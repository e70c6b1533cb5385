/**
 * A Tiptap editor on a shared text, with its tools. What others write appears as it is committed; what is written here
 * is sent by the document itself.
 */
import "../../styles/texts.css";
import "../../styles/texts-editor.css";
import type { AnyExtension, Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { EditorContent, useEditor } from "@tiptap/react";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { textFragment } from "../../collab/documents/text-document";
import type { SharedDocument } from "../../collab/use-document";
import type { DocumentAccess, PresentPerson } from "../../protocol/collab";
import { Carets } from "./editor/carets";
import { editorExtensions } from "./editor/editor-extensions";
import type { TextInsight } from "./editor/insight";
import { LiveTools } from "./editor/live-tools";
import { PasteNotice } from "./editor/paste-notice";
import { ToolKeys } from "./editor/tool-keys";
import { useCarets } from "./editor/use-carets";
import { useInsight } from "./editor/use-insight";
import { useReadingCopy } from "./editor/use-reading-copy";
import { Paste, type PasteNews } from "./paste/paste-extension";
import { SourceList } from "./source-list";

export interface RichEditorProps {
  /** A synced document of kind text. */
  doc: Y.Doc;
  /** What the text is, for screen readers. */
  label: string;
  access: DocumentAccess;
  /** Of the same document: for carets of others. */
  shared: SharedDocument;
  /** Plugins of the page: suggestion mode, comments. Read once for each document. */
  extensions?: AnyExtension[];
  toolbar?: "full" | "plain";
  /** Further tools of the page, at the end of the toolbar; shown to those who may write or suggest. */
  tools?: ReactNode;
  /** The text's slug, where other drafts can be shown in it. */
  slug?: string;
  /** The level of the heading above the text; 1 unless told. */
  headingUnder?: number;
  /** Told the editor when it stands, and null when it goes. */
  onEditor?: (editor: Editor | null) => void;
  /** Outline and words, when the text has rested. */
  onInsight?: (insight: TextInsight) => void;
}

export function RichEditor(props: RichEditorProps) {
  // Nobody who only reads may change the document, not even by mending it: they see a copy that follows it.
  const copy = useReadingCopy(props.doc, props.access === "read");
  return copy && <EditorOn {...props} key={props.access === "read" ? "read" : "write"} doc={copy} />;
}

function EditorOn({
  doc,
  label,
  access,
  shared,
  extensions = [],
  toolbar = "full",
  tools,
  slug,
  headingUnder = 1,
  onEditor,
  onInsight,
}: RichEditorProps) {
  const { t } = useTranslation();
  const [pasted, setPasted] = useState<PasteNews | null>(null);
  const tell = useRef(setPasted);
  const canWrite = access !== "read";
  const editor = useEditor(
    {
      extensions: [
        ...editorExtensions({
          headingUnder,
          sourceNumber: (number) => t("texts.view.sourceNumber", { number }),
        }),
        Collaboration.configure({ fragment: textFragment(doc) }),
        Carets.configure({ label: caretLabel }),
        Paste.configure({ tell: (news) => tell.current(news) }),
        ToolKeys,
        ...extensions,
      ],
      editable: canWrite,
      // The page's styles have what the editor needs; a style element of its own would need a nonce.
      injectCSS: false,
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      // Asterisks of a pasted text are asterisks; an address is a link.
      enablePasteRules: ["link"],
      editorProps: {
        // A caret's own line and some room stay in sight under the tools.
        scrollMargin: { top: 110, bottom: 60, left: 0, right: 0 },
        scrollThreshold: { top: 110, bottom: 30, left: 0, right: 0 },
        attributes: {
          class: "text-body text-editor",
          "aria-label": label,
          lang: "fi",
          ...(canWrite ? { role: "textbox", "aria-multiline": "true" } : { role: "document", tabindex: "0" }),
        },
      },
    },
    [doc],
  );
  const insight = useInsight(editor);
  useCarets(editor, shared);
  useLayoutEffect(() => {
    onEditor?.(editor);
    return () => onEditor?.(null);
  }, [editor, onEditor]);
  useLayoutEffect(() => {
    if (insight) onInsight?.(insight);
  }, [insight, onInsight]);
  return (
    <>
      {editor && canWrite && (
        <LiveTools editor={editor} kind={toolbar} slug={slug}>
          {tools}
        </LiveTools>
      )}
      <PasteNotice news={pasted} onClose={() => setPasted(null)} />
      <EditorContent editor={editor} className="text-paper" />
      <SourceList sources={insight?.sources ?? []} idPrefix="source-" />
    </>
  );
}

function caretLabel({ name, party }: PresentPerson): string {
  return party ? `${name} · ${party}` : name;
}
