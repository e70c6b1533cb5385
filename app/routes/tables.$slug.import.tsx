import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readImport } from "../../server/commands/imports/read-import.server";
import { formOf, textOf } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { permittedTable } from "../../server/queries/import-page.server";
import { requireViewer } from "../../server/request.server";
import { PASTED_CHARACTERS_MAX } from "../domain/files/import";
import { SIDES } from "../domain/split/split";
import { ImportForm, type ImportTyped } from "../features/files/import-form";
import { paths } from "../paths";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const { table } = await permittedTable(context.services, viewer, params.slug ?? "");
  const { slug, name } = table;
  return json({ table: { slug, name }, title: pageTitle(request, viewer, "files.import.title", name) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const slug = params.slug ?? "";
  // Before a body of megabytes is taken apart.
  await permittedTable(context.services, viewer, slug);
  const form = await formOf(request);
  const typed: ImportTyped = {
    pasted: pastedIn(form),
    as: textOf(form, "as") === "split" ? "split" : "text",
    side: SIDES.find((side) => side === textOf(form, "side")) ?? "municipality",
  };
  const file = await fileIn(form);
  const outcome = await readImport(context.services, viewer, slug, { ...typed, file }, request.signal);
  if (outcome.ok) return redirect(paths.importPreview(outcome.id));
  return json({ problem: outcome, typed }, { status: 400 });
}

/** Longer than any other field. One character too many stays, so that it can be told. */
function pastedIn(form: FormData): string {
  const value = form.get("pasted");
  return typeof value === "string" ? value.slice(0, PASTED_CHARACTERS_MAX + 1).replaceAll("\u0000", "") : "";
}

/** A form without a chosen file sends an empty one without a name. */
async function fileIn(form: FormData): Promise<{ name: string; bytes: Uint8Array } | null> {
  const file = form.get("file");
  if (file === null || typeof file === "string" || (!file.name && file.size === 0)) return null;
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ImportRoute() {
  return <ImportForm {...useLoaderData<typeof loader>()} answer={useKeptActionData<typeof action>()} />;
}
