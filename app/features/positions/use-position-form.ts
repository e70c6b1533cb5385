import type { FormEvent } from "react";
import { useState } from "react";
import type { Problem } from "../../messages/problem";
import { paths } from "../../paths";
import type { PositionRefusal } from "../../protocol/positions-data";

export type SentProblem = Problem & PositionRefusal;

interface Options {
  slug: string;
  categoryId: string;
  /** Called with the intent that was done. */
  onDone: (intent: string) => void;
}

/**
 * Sends a form of one category's positions without leaving the page: a navigation without a server would take the board
 * away. What was typed stays in the form until it has arrived.
 */
export function usePositionForm({ slug, categoryId, onDone }: Options) {
  const [problem, setProblem] = useState<SentProblem | null>(null);
  const [isSending, setSending] = useState(false);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    setSending(true);
    try {
      const answer = await fetch(paths.categoryPositions(slug, categoryId), {
        method: "POST",
        // As a plain form sends it: FormData would go as multipart, with files that there are none of.
        body: new URLSearchParams([...form].map(([name, value]) => [name, String(value)])),
        headers: { Accept: "application/json" },
      });
      const body = answer.ok || answer.status === 400 ? await answer.json() : null;
      if (answer.ok) {
        setProblem(null);
        onDone(String(form.get("intent")));
      } else setProblem(body?.error ? body : { error: "positions.unreachable" });
    } catch {
      setProblem({ error: "positions.unreachable" });
    } finally {
      setSending(false);
    }
  };
  return { problem, isSending, onSubmit };
}
