import type { DeedAnswer } from "./deed-sender";

/** An answer that has not come by then may as well never come. Milliseconds. */
const PATIENCE = 12_000;

/** Posts a form to a page's action as data. What the server could not take now is as good as lost: it goes again. */
export async function postDeed(
  action: string,
  route: string,
  form: readonly [string, string][],
): Promise<DeedAnswer> {
  try {
    const answer = await fetch(
      `${action}${action.includes("?") ? "&" : "?"}${new URLSearchParams({ _data: route })}`,
      {
        method: "POST",
        body: new URLSearchParams(form.map(([name, value]) => [name, value])),
        headers: { Accept: "application/json" },
        signal: AbortSignal.timeout(PATIENCE),
      },
    );
    if (answer.status >= 500 || answer.status === 429) return { kind: "lost" };
    if (answer.ok) return { kind: "done" };
    if (answer.status === 401) return { kind: "refused", error: "meetings.send.ended" };
    if (answer.status === 403 || answer.status === 404)
      return { kind: "refused", error: "meetings.send.denied" };
    const { error, field, values } = await answer.json();
    if (typeof error !== "string") return { kind: "refused", error: "meetings.send.unknown" };
    return {
      kind: "refused",
      error: error as "meetings.send.denied",
      ...(field && { field }),
      ...(values && { values }),
    };
  } catch {
    return { kind: "lost" }; // no line, no answer in time, or a page of somebody between
  }
}
