import { useActionData, useLocation } from "@remix-run/react";
import { useState } from "react";

/**
 * What the server answered to a form of this page, for as long as the page is not sent or left. Remix forgets an answer when the page asks
 * its loader again, and news of others would take a refusal, and what was typed, away.
 */
export function useKeptActionData<Action>() {
  const answer = useActionData<Action>();
  const { key } = useLocation();
  const [kept, setKept] = useState({ key, answer });
  if (answer !== undefined && (kept.key !== key || kept.answer !== answer)) setKept({ key, answer });
  return answer ?? (kept.key === key ? kept.answer : undefined);
}
