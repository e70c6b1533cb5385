import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { MentionChoice, TalkAnswer } from "../../protocol/discussion-data";
import { Button } from "../../ui/button";
import { formatList } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";
import { MentionBox } from "./mention-box";
import { useSentForm } from "./use-sent-form";
import { useUnsent } from "./use-unsent";

interface Props {
  action: string;
  /** Fields that say what the words are for; they also tell this form from the others. */
  hidden: Record<string, string>;
  label: string;
  hint?: string;
  submit: string;
  initial?: string;
  choices: readonly MentionChoice[];
  /** Fields above the words. */
  children?: ReactNode;
  onSent: (answer: TalkAnswer) => void;
}

/** A form with words in which "@" mentions. */
export function TalkForm({
  action,
  hidden,
  label,
  hint,
  submit,
  initial = "",
  choices,
  children,
  onSent,
}: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const unsent = useUnsent(`${action} ${Object.values(hidden).join(" ")}`, field);
  const form = useSentForm<TalkAnswer>(action, hidden, "discussion.sendFailed", (answer) => {
    if (field.current) {
      field.current.value = initial;
      field.current.focus();
    }
    unsent.forget();
    onSent(answer);
  });
  return (
    <form method="post" action={action} className="talk-form" onSubmit={form.onSubmit} noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <MentionBox
        label={label}
        hint={hint}
        error={form.at("body") ?? form.general}
        defaultValue={form.typed("body", initial)}
        choices={choices}
        field={field}
        onType={unsent.keep}
      />
      <div className="talk-form__end">
        <Button type="submit" variant="primary" disabled={form.isBusy}>
          {submit}
        </Button>
        <p role="status" className="talk-form__said">
          {form.sent && <Told unreached={form.sent.unreached} />}
        </p>
      </div>
    </form>
  );
}

/** That it was sent, and whom a mention did not reach, by name. */
export function Told({ unreached }: { unreached: string[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (unreached.length === 0) return <>{t("discussion.sent")}</>;
  return (
    <>
      {t("discussion.unreached", {
        names: formatList(
          unreached.map((name) => `@${name}`),
          language,
        ),
      })}
    </>
  );
}
