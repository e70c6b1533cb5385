import type { ParseKeys } from "i18next";

/** What a form's action answers to a page that asks by itself. */
export type Sent<T extends object> =
  | ({ ok: true } & T)
  | { ok: false; error: ParseKeys; field?: string; values?: Record<string, string | number> };

/**
 * Sends a form by a plain request: a failed navigation would take the page, and what was typed, away.
 * `failed` are the words when nothing came back that could be understood.
 */
export async function sendForm<T extends object>(
  action: string,
  form: FormData,
  failed: ParseKeys,
): Promise<Sent<T>> {
  const body = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === "string") body.append(name, value);
  try {
    const answer = await fetch(asData(action), {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
    });
    const data = (await answer.json()) as Sent<T>;
    if (answer.ok) return { ...data, ok: true } as Sent<T>;
    if ("error" in data && typeof data.error === "string") return { ...data, ok: false };
  } catch {
    // no connection, or a page instead of an answer
  }
  return { ok: false, error: failed };
}

/** Pages of a draft answer with themselves unless their route is asked for data; the other actions have no page. */
function asData(action: string): string {
  const page = /^\/drafts\/[^/?]+\/(discussion|suggestions)$/.exec(action)?.[1];
  return page ? `${action}?${new URLSearchParams({ _data: `routes/drafts.$slug.${page}` })}` : action;
}
