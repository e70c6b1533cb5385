import type { ParseKeys } from "i18next";

/** A person's mistake as a value: the words to show, the field they belong to, and what the words need. */
export interface Problem {
  error: ParseKeys;
  field?: string;
  values?: Record<string, string | number>;
}

/** A command's answer that nothing was done. */
export type Refused = { ok: false } & Problem;

/** What a command answers when a person may have made a mistake. */
export type Outcome<T extends object = object> = ({ ok: true } & T) | Refused;
