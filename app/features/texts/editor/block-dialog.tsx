import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BlockChoice } from "../../../../server/queries/draft-blocks.server";
import { inLanguage } from "../../../domain/languages";
import { paths } from "../../../paths";
import { SelectField } from "../../../ui/field";
import { useLanguage } from "../../../ui/use-language";
import { DialogForm } from "./dialog-form";

/** Another draft to be shown in the text: as it lives, or one frozen version of it. */
export function BlockDialog({
  editor,
  slug,
  onClose,
}: {
  editor: Editor;
  slug: string | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [choices, setChoices] = useState<BlockChoice[] | "failed" | null>(null);
  const [chosen, setChosen] = useState("");
  const [version, setVersion] = useState("");
  useEffect(() => {
    if (!slug) return;
    const stop = new AbortController();
    fetch(paths.draftBlocks(slug), { signal: stop.signal })
      .then(async (answer) =>
        answer.ok ? ((await answer.json()) as { choices: BlockChoice[] }).choices : "failed",
      )
      .then(
        (found) => {
          setChoices(found as BlockChoice[] | "failed");
          if (typeof found !== "string") setChosen(found[0]?.slug ?? "");
        },
        () => !stop.signal.aborted && setChoices("failed"),
      );
    return () => stop.abort();
  }, [slug]);
  const list = Array.isArray(choices) ? choices : [];
  const draft = list.find((choice) => choice.slug === chosen);
  const save = () => {
    if (!draft) return;
    const attrs = { slug: draft.slug, version: version ? Number(version) : null };
    editor.chain().focus().insertContent({ type: "draftBlock", attrs }).run();
    onClose();
  };
  return (
    <DialogForm
      title={t("texts.editor.block.title")}
      submit={t("texts.editor.block.set")}
      onSubmit={save}
      onClose={onClose}
    >
      <p className="muted">{t("texts.editor.block.lead")}</p>
      {choices === "failed" && <p className="field__error">{t("texts.editor.block.failed")}</p>}
      {choices?.length === 0 && <p>{t("texts.editor.block.none")}</p>}
      {list.length > 0 && (
        <>
          <SelectField
            label={t("texts.editor.block.draft")}
            value={chosen}
            autoFocus
            onChange={(event) => {
              setChosen(event.target.value);
              setVersion("");
            }}
          >
            {list.map((choice) => (
              <option key={choice.slug} value={choice.slug}>
                {inLanguage(choice.title, language)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t("texts.editor.block.which")}
            value={version}
            onChange={(event) => setVersion(event.target.value)}
          >
            <option value="">{t("texts.editor.block.live")}</option>
            {draft?.versions.map((number) => (
              <option key={number} value={number}>
                {t("texts.editor.block.version", { number })}
              </option>
            ))}
          </SelectField>
        </>
      )}
    </DialogForm>
  );
}
