import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { LABEL_CHARACTERS_MAX, SIDES } from "../../domain/split/split";
import type { SuggestionKind } from "../../domain/suggestions";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { Field, TextArea } from "../../ui/field";
import { type SentForm, useSentForm } from "../discussion/use-sent-form";

interface Props {
  slug: string;
  /** What can be suggested here. */
  kinds: readonly SuggestionKind[];
  /** The category, where there is only one. */
  category?: { id: string; label: string };
  /** A choice of category instead, for the kinds that need one. */
  choice?: (form: Pick<SentForm<object>, "at" | "typed">) => ReactNode;
  onSent: () => void;
}

/** Suggests a change. Fields that the kind does not need are hidden where there is JavaScript; the server passes them over. */
export function SuggestForm({ slug, kinds, category, choice, onSent }: Props) {
  const { t } = useTranslation();
  const action = paths.suggestions(slug);
  const form = useSentForm(action, { intent: "suggest" }, "suggestions.error.sendFailed", (_, element) => {
    element.reset();
    setKind(null);
    onSent();
  });
  const [kind, setKind] = useState<SuggestionKind | null>(null);
  const needs = (...wanted: SuggestionKind[]) => kind === null || wanted.includes(kind);
  const typedKind = form.typed("kind");
  return (
    <form method="post" action={action} className="suggest-form" onSubmit={form.onSubmit} noValidate>
      <input type="hidden" name="intent" value="suggest" />
      {category && <input type="hidden" name="category" value={category.id} />}
      <fieldset className="choices">
        <legend className="field__label">{t("suggestions.form.kind")}</legend>
        {kinds.map((one) => (
          <label key={one} className="choices__one">
            <input
              type="radio"
              name="kind"
              value={one}
              defaultChecked={typedKind === one}
              aria-describedby={form.at("kind") ? "suggest-kind-error" : undefined}
              onChange={() => setKind(one)}
            />
            {t(`suggestions.form.kinds.${one}`)}
          </label>
        ))}
        {form.at("kind") && (
          <p className="field__error" id="suggest-kind-error" role="alert">
            {form.at("kind")}
          </p>
        )}
      </fieldset>
      <div hidden={!needs("rename", "move", "remove")}>{choice?.(form)}</div>
      <div hidden={!needs("rename", "add")}>
        <Field
          name="label"
          label={t("suggestions.form.label")}
          hint={t("suggestions.form.labelHint")}
          error={form.at("label")}
          defaultValue={form.typed("label", category?.label ?? "")}
          maxLength={LABEL_CHARACTERS_MAX}
          autoComplete="off"
        />
      </div>
      <div hidden={!needs("move", "add")}>
        <fieldset className="choices">
          <legend className="field__label">{t("suggestions.form.sides")}</legend>
          {SIDES.map((side) => (
            <label key={side} className="choices__one">
              <input type="radio" name="sides" value={side} defaultChecked={form.typed("sides") === side} />
              {t(`board.side.${side}`)}
            </label>
          ))}
          {form.at("sides") && (
            <p className="field__error" role="alert">
              {form.at("sides")}
            </p>
          )}
        </fieldset>
      </div>
      <TextArea
        name="reason"
        label={t("suggestions.form.reason")}
        error={form.at("reason")}
        defaultValue={form.typed("reason")}
        rows={2}
      />
      <div className="talk-form__end">
        <Button type="submit" variant="primary" disabled={form.isBusy}>
          {t("suggestions.form.submit")}
        </Button>
        <p role="status" className="talk-form__said">
          {form.sent && t("suggestions.form.sent")}
        </p>
      </div>
      {form.general && (
        <p className="field__error" role="alert">
          {form.general}
        </p>
      )}
    </form>
  );
}
