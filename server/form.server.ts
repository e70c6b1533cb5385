/** Reading what a form sent: always text, trimmed, never longer than a page can need. */
import { json } from "@remix-run/node";
import type { Localized } from "../app/domain/languages";
import type { Problem } from "../app/messages/problem";
import { notFound } from "./authorize.server";

/** Characters taken of any one field; each command has its own, smaller limit and words for it. */
export const FIELD_CHARACTERS_MAX = 20_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One field's text; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim().slice(0, FIELD_CHARACTERS_MAX) : "";
}

/** A secret exactly as typed: spaces may belong to it. */
export function secretOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, FIELD_CHARACTERS_MAX) : "";
}

/** Whether a checkbox was ticked. */
export function isChecked(form: FormData, name: string): boolean {
  return form.has(name);
}

/** The id of a row. What no page of ours would send is answered as a row that is not there. */
export function idOf(form: FormData, name: string): string {
  const id = textOf(form, name);
  if (!UUID.test(id)) throw notFound();
  return id;
}

/** The fields name, nameSv and nameEn as one text in up to three languages. */
export function localizedOf(form: FormData, name: string): Localized {
  const [sv, en] = [textOf(form, `${name}Sv`), textOf(form, `${name}En`)];
  return { fi: textOf(form, name), ...(sv && { sv }), ...(en && { en }) };
}

/** What was typed, for showing the form again; secrets are left out. */
export function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const name of form.keys()) if (!/password|code/i.test(name)) typed[name] = textOf(form, name);
  return typed;
}

/** The answer to a form that was refused: the words' key, and what was typed, so that nothing is lost. */
export function refuse({ error, field, values }: Problem, form: FormData, status = 400) {
  return json({ error, field, values, typed: typedIn(form) }, { status });
}
