import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ACT_CHARACTERS_MAX } from "../../../domain/text/text";
import { Field } from "../../../ui/field";
import { DialogForm } from "./dialog-form";
import { putInline, selectedNode } from "./put-inline";

interface Law {
  act: string;
  section: string;
  name: string;
}

/** The acts that this text names already: one need not write them twice. */
function lawsIn(editor: Editor): Law[] {
  const laws = new Map<string, Law>();
  editor.state.doc.descendants(({ type, attrs }) => {
    if (type.name === "legalReference")
      laws.set(String(attrs.act), { act: String(attrs.act), section: "", name: String(attrs.name ?? "") });
  });
  return [...laws.values()];
}

/** An act and its section as a reference among the words. */
export function LawDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useTranslation();
  const [before] = useState(() => selectedNode(editor, "legalReference"));
  const [known] = useState(() => lawsIn(editor));
  const [law, setLaw] = useState<Law>(() => ({
    act: String(before?.attrs.act ?? ""),
    section: String(before?.attrs.section ?? ""),
    name: String(before?.attrs.name ?? ""),
  }));
  const [problem, setProblem] = useState<string | null>(null);
  const setName = (name: string) => {
    // A name that is known brings its number along.
    const same = known.find((one) => one.name && one.name === name);
    setLaw((now) => ({ ...now, name, act: same?.act ?? now.act }));
  };
  const save = () => {
    const act = law.act.trim();
    if (!act) return setProblem(t("texts.editor.law.empty"));
    const [section, name] = [law.section.trim() || null, law.name.trim() || null];
    putInline(editor, "legalReference", { act, section, name }, before);
    onClose();
  };
  return (
    <DialogForm
      title={t("texts.editor.law.title")}
      submit={t("texts.editor.law.set")}
      onSubmit={save}
      onClose={onClose}
    >
      <Field
        label={t("texts.editor.law.name")}
        hint={t("texts.editor.law.nameHint")}
        list="known-laws"
        autoFocus
        maxLength={300}
        value={law.name}
        onChange={(event) => setName(event.target.value)}
      />
      <datalist id="known-laws">
        {known.map(({ act, name }) => name && <option key={act} value={name} />)}
      </datalist>
      <Field
        label={t("texts.editor.law.act")}
        hint={t("texts.editor.law.actHint")}
        error={problem}
        maxLength={ACT_CHARACTERS_MAX}
        value={law.act}
        onChange={(event) => setLaw({ ...law, act: event.target.value })}
      />
      <Field
        label={t("texts.editor.law.section")}
        hint={t("texts.editor.law.sectionHint")}
        maxLength={ACT_CHARACTERS_MAX}
        value={law.section}
        onChange={(event) => setLaw({ ...law, section: event.target.value })}
      />
    </DialogForm>
  );
}
