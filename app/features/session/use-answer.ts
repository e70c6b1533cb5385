import type { ParseKeys } from "i18next";
import { useTranslation } from "react-i18next";
import { useKeptActionData } from "../../ui/use-kept-action-data";

/** What a refused form comes back with (server/form.server.ts, refuse). */
interface Refusal {
  error: ParseKeys;
  field?: string;
  values?: Record<string, string | number>;
  typed: Record<string, string>;
}

/** The answer to one form of a page: words at the field they belong to, and what was typed. */
export interface FormAnswer {
  /** The words for this field, or undefined. */
  at(field: string): string | undefined;
  /** The words that belong to no field, or null. */
  general: string | null;
  /** What was typed before, or `otherwise` on a form that was not sent. */
  typed(field: string, otherwise?: string): string;
  /** Whether this form was refused. */
  refused: boolean;
  error: ParseKeys | null;
}

/** Reads the action's answer for the form that carries these hidden values; a page may have many forms. */
export function useAnswer(hidden: Record<string, string> = {}): FormAnswer {
  const { t } = useTranslation();
  const data = useKeptActionData<Refusal | Record<string, unknown>>();
  const refusal = data && "error" in data && data.error ? (data as Refusal) : null;
  const mine =
    refusal && Object.entries(hidden).every(([name, value]) => refusal.typed[name] === value)
      ? refusal
      : null;
  const words = mine && t(mine.error as "common.product", mine.values ?? {});
  return {
    at: (field) => (mine?.field === field && words ? words : undefined),
    general: mine && !mine.field ? words : null,
    typed: (field, otherwise = "") => (mine ? (mine.typed[field] ?? "") : otherwise),
    refused: mine !== null,
    error: mine?.error ?? null,
  };
}
