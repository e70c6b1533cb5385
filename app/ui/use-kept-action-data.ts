import { useActionData, useLocation } from "@remix-run/react";
import { useEffect, useState } from "react";

/**
 * What the server answered to a form of this page, for as long as the page is not sent or left. Remix forgets an answer when the page asks
 * its loader again, and news of others would take a refusal, and what was typed, away. A refusal takes its reader to the first field that was
 * refused, each time it comes: the field's words are read with it.
 */
export function useKeptActionData<Action>() {
  const answer = useActionData<Action>();
  const { key } = useLocation();
  const [kept, setKept] = useState({ key, answer });
  if (answer !== undefined && (kept.key !== key || kept.answer !== answer)) setKept({ key, answer });
  useEffect(() => {
    if (answer !== undefined) document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus();
  }, [answer]);
  return answer ?? (kept.key === key ? kept.answer : undefined);
}
