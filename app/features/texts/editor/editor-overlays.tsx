/** What the tools open over a text: a chunk of its own. */
import type { Editor } from "@tiptap/core";
import { BlockDialog } from "./block-dialog";
import { KeysDialog } from "./keys-dialog";
import { LawDialog } from "./law-dialog";
import { LinkDialog } from "./link-dialog";
import type { ToolDialog } from "./live-tools";
import { NoteDialog } from "./note-dialog";

interface Props {
  dialog: ToolDialog;
  editor: Editor;
  slug: string | undefined;
  onClose: () => void;
}

export function ToolDialogs({ dialog, editor, slug, onClose }: Props) {
  switch (dialog) {
    case "link":
      return <LinkDialog editor={editor} onClose={onClose} />;
    case "sourceNote":
      return <NoteDialog editor={editor} onClose={onClose} />;
    case "legalReference":
      return <LawDialog editor={editor} onClose={onClose} />;
    case "draftBlock":
      return <BlockDialog editor={editor} slug={slug} onClose={onClose} />;
    case "help":
      return <KeysDialog onClose={onClose} />;
  }
}
