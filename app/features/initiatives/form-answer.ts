import type { TFunction } from "i18next";
import type { Problem } from "../../messages/problem";

/** What an action answers when a form was refused: the words' key, and what was typed. */
export interface FormAnswer extends Problem {
  typed: Record<string, string>;
}

/** Of the form with this intent: the words at a field, and what was typed there. */
export function fieldOf(answer: FormAnswer | undefined, intent: string, t: TFunction) {
  const own = answer?.typed.intent === intent ? answer : undefined;
  return {
    error: (field: string) => (own?.field === field ? t(own.error, own.values ?? {}) : undefined),
    typed: (field: string): string | undefined => own && (own.typed[field] ?? ""),
  };
}
