import { type FormEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { excerptOf } from "../../../domain/discussion/comment";
import { Button } from "../../../ui/button";
import { OpenForm } from "../../discussion/open-form";
import type { TalkPlace } from "../../discussion/thread-view";
import type { MarginStore } from "./margin-store";

const FIELDS = ["start", "end", "quote"] as const;

interface Props {
  quote: string;
  store: MarginStore;
  place: TalkPlace;
  onCancel: () => void;
}

/** A comment being written on chosen words. Where they are is told as it is sent: others write meanwhile. */
export function NewComment({ quote, store, place, onCancel }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.querySelector("textarea")?.focus();
  }, []);
  const fill = (event: FormEvent) => {
    const chosen = store.chosen();
    const form = event.target as HTMLFormElement;
    for (const name of FIELDS) (form.elements.namedItem(name) as HTMLInputElement).value = chosen[name];
  };
  return (
    <section
      ref={box}
      className="margin-new"
      aria-label={t("texts.margin.new")}
      onSubmitCapture={fill}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onCancel();
      }}
    >
      <p className="margin-quote">{t("texts.margin.newOn", { quote: excerptOf(quote, 120) })}</p>
      <OpenForm {...place} on="passage">
        {FIELDS.map((name) => (
          <input key={name} type="hidden" name={name} defaultValue="" />
        ))}
      </OpenForm>
      <Button variant="quiet" onClick={onCancel}>
        {t("texts.margin.cancel")}
      </Button>
    </section>
  );
}
