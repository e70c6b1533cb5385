import { useRouteLoaderData } from "@remix-run/react";
import { type RefObject, useEffect } from "react";
import type { RootData } from "../../root";

/** What was typed and not sent, by person and form: a closed panel or another page does not lose it. In this tab only. */
const unsent = new Map<string, string>();

interface Kept {
  /** To be called as the text changes. */
  keep: (text: string) => void;
  /** It was sent: forgotten. */
  forget: () => void;
}

/** Keeps an unsent text while this tab lives, and puts it back into the empty field when the form is there again. */
export function useUnsent(form: string, field: RefObject<HTMLTextAreaElement>): Kept {
  const root = useRouteLoaderData("root") as RootData;
  const key = `${root?.viewer?.name} ${form}`;
  useEffect(() => {
    const text = unsent.get(key);
    if (text && field.current && field.current.value === field.current.defaultValue)
      field.current.value = text;
  }, [key, field]);
  return {
    keep: (text) => (text.trim() ? unsent.set(key, text) : unsent.delete(key)),
    forget: () => unsent.delete(key),
  };
}
