import type { ParseKeys } from "i18next";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../session/use-answer";
import { type Sent, sendForm } from "./send-form";

export interface SentForm<T extends object> {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** The words for this field, or undefined. */
  at: (field: string) => string | undefined;
  /** The words that belong to no field, or undefined. */
  general: string | undefined;
  /** What was typed before, of a page that came back without JavaScript. */
  typed: (field: string, otherwise?: string) => string;
  refused: boolean;
  isBusy: boolean;
  /** The last answer when it was taken. */
  sent: T | null;
}

/**
 * A form that is sent by itself where there is JavaScript, and by the browser where there is none. What was refused
 * stays typed either way. `hidden` are the values that tell this form from the others of its page.
 */
export function useSentForm<T extends object>(
  action: string,
  hidden: Record<string, string>,
  failed: ParseKeys,
  onSent: (answer: T, form: HTMLFormElement) => void,
): SentForm<T> {
  const { t } = useTranslation();
  const page = useAnswer(hidden);
  const [answer, setAnswer] = useState<Sent<T> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (form: HTMLFormElement) => {
    setBusy(true);
    setAnswer(null);
    const sent = await sendForm<T>(action, new FormData(form), failed);
    setBusy(false);
    setAnswer(sent);
    if (sent.ok) onSent(sent, form);
    // After the words for it are there: the field is read with them.
    else requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const mine = answer && !answer.ok ? answer : null;
  const words = mine ? t(mine.error as "common.product", mine.values ?? {}) : undefined;
  return {
    onSubmit: (event) => {
      event.preventDefault();
      if (!isBusy) void send(event.currentTarget);
    },
    at: (field) => (mine ? (mine.field === field ? words : undefined) : answer ? undefined : page.at(field)),
    general: mine ? (mine.field ? undefined : words) : answer ? undefined : (page.general ?? undefined),
    typed: page.typed,
    refused: mine !== null || (answer === null && page.refused),
    isBusy,
    sent: answer?.ok ? answer : null,
  };
}
