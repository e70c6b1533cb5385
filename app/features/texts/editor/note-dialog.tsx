import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { HREF_CHARACTERS_MAX, isSafeHref, SOURCE_NOTE_CHARACTERS_MAX } from "../../../domain/text/text";
import { Field, TextArea } from "../../../ui/field";
import { DialogForm } from "./dialog-form";
import { putInline, selectedNode } from "./put-inline";

/** Where the words come from: a new source note after the selection, or the selected one changed. */
export function NoteDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useTranslation();
  const [before] = useState(() => selectedNode(editor, "sourceNote"));
  const [text, setText] = useState(String(before?.attrs.text ?? ""));
  const [href, setHref] = useState(String(before?.attrs.href ?? ""));
  const [problem, setProblem] = useState<{ text?: string; href?: string }>({});
  const save = () => {
    const address = href.trim();
    const found = {
      ...(text.trim() ? {} : { text: t("texts.editor.note.empty") }),
      ...(address && !isSafeHref(address) ? { href: t("texts.editor.link.badHref") } : {}),
    };
    if (Object.keys(found).length > 0) return setProblem(found);
    putInline(editor, "sourceNote", { text: text.trim(), href: address || null }, before);
    onClose();
  };
  return (
    <DialogForm
      title={t("texts.editor.note.title")}
      submit={t("texts.editor.note.set")}
      onSubmit={save}
      onClose={onClose}
    >
      <p className="muted">{t("texts.editor.note.lead")}</p>
      <TextArea
        label={t("texts.editor.note.words")}
        error={problem.text}
        rows={3}
        autoFocus
        maxLength={SOURCE_NOTE_CHARACTERS_MAX}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Field
        label={t("texts.editor.note.href")}
        error={problem.href}
        type="url"
        inputMode="url"
        maxLength={HREF_CHARACTERS_MAX}
        value={href}
        onChange={(event) => setHref(event.target.value)}
      />
    </DialogForm>
  );
}
