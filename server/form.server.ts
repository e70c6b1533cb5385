/** Reading what a form sent: always text, trimmed, never longer than a page can need. */
import { json } from "@remix-run/node";
import type { Localized } from "../app/domain/languages";
import type { Problem } from "../app/messages/problem";
import { notFound } from "./authorize.server";

/** Characters taken of any one field; each command has its own, smaller limit and words for it. */
export const FIELD_CHARACTERS_MAX = 20_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Fields of one form: but for the page of positions, none of ours has so many, and each is looked for among all the others. */
export const FORM_FIELDS_MAX = 200;

/** The form that was sent. 400 for a body that is none, and for one with too many fields. */
export async function formOf(request: Request, fieldsMax = FORM_FIELDS_MAX): Promise<FormData> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw badRequest(); // another content type, or a broken body: whatever the parser threw
  }
  let fields = 0;
  for (const _ of form.keys()) if (++fields > fieldsMax) throw badRequest();
  return form;
}

/** Thrown for what no page of ours sends. */
function badRequest(): Response {
  return new Response("bad-request", { status: 400 });
}

/** Text as the database can keep it: PostgreSQL knows no NUL. */
const withoutNul = (text: string) => text.replaceAll("\u0000", "");

/** A field's text as commands get it; empty for none and for a file. */
export const cleanText = (value: FormDataEntryValue | null): string =>
  typeof value === "string" ? withoutNul(value).trim().slice(0, FIELD_CHARACTERS_MAX) : "";

/** One field's text; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  return cleanText(form.get(name));
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
  // In one pass, the first of a name: to look each up among all the others takes long in a form of hundreds.
  const typed = new Map<string, string>();
  for (const [name, value] of form)
    if (!typed.has(name) && !/password|code/i.test(name)) typed.set(name, cleanText(value));
  // Own properties, whatever a field is called: an assignment to "__proto__" would be none.
  return Object.fromEntries(typed);
}

/** The answer to a form that was refused: the words' key, and what was typed, so that nothing is lost. */
export function refuse({ error, field, values }: Problem, form: FormData, status = 400) {
  return json({ error, field, values, typed: typedIn(form) }, { status });
}
