import { type Editor, getMarkRange } from "@tiptap/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { HREF_CHARACTERS_MAX, isSafeHref } from "../../../domain/text/text";
import { Button } from "../../../ui/button";
import { Field } from "../../../ui/field";
import { DialogForm } from "./dialog-form";

/** A link on the words that are selected, or on new ones; the link under the caret is changed or taken off. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useTranslation();
  const { state } = editor;
  const [range] = useState(() => {
    const link = getMarkRange(state.selection.$from, state.schema.marks.link!);
    return state.selection.empty && link ? link : { from: state.selection.from, to: state.selection.to };
  });
  const [before] = useState(() => String(editor.getAttributes("link").href ?? ""));
  const [href, setHref] = useState(before);
  const [words, setWords] = useState("");
  const [problem, setProblem] = useState<{ href?: string; words?: string }>({});
  const isNew = range.from === range.to;
  const save = () => {
    const address = withScheme(href.trim());
    if (!isSafeHref(address)) return setProblem({ href: t("texts.editor.link.badHref") });
    const text = words.trim() || (isNew ? address : "");
    if (isNew) {
      const marks = [{ type: "link", attrs: { href: address } }];
      editor.chain().focus().insertContent({ type: "text", text, marks }).unsetMark("link").run();
    } else editor.chain().focus().setTextSelection(range).setLink({ href: address }).run();
    onClose();
  };
  const remove = () => {
    editor.chain().focus().setTextSelection(range).unsetLink().run();
    onClose();
  };
  return (
    <DialogForm
      title={t("texts.editor.link.title")}
      submit={t("texts.editor.link.set")}
      onSubmit={save}
      onClose={onClose}
      more={before && <Button onClick={remove}>{t("texts.editor.link.remove")}</Button>}
    >
      <Field
        label={t("texts.editor.link.href")}
        hint={t("texts.editor.link.hint")}
        error={problem.href}
        type="url"
        inputMode="url"
        autoFocus
        value={href}
        maxLength={HREF_CHARACTERS_MAX}
        onChange={(event) => setHref(event.target.value)}
      />
      {isNew && (
        <Field
          label={t("texts.editor.link.words")}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
    </DialogForm>
  );
}

/** "www.example.fi" and "a@example.fi" as people write them. */
function withScheme(address: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return `mailto:${address}`;
  return /^[^\s/]+\.[a-z]{2,}(\/|$)/i.test(address) ? `https://${address}` : address;
}
