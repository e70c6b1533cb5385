import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import {
  type CountedWarning,
  countedWarnings,
  IMPORT_BYTES_MAX,
  IMPORT_MINUTES,
  IMPORTS_WAITING_MAX,
  type ImportContent,
  type ImportRefusal,
  importName,
  PASTED_CHARACTERS_MAX,
} from "../../../app/domain/files/import";
import { type ListReading, splitFromPaste, splitFromText } from "../../../app/domain/split/from-list";
import type { Sides } from "../../../app/domain/split/split";
import type { Outcome, Refused } from "../../../app/messages/problem";
import { permittedTable } from "../../queries/import-page.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

/** What the form sent. A file counts before what was pasted. */
export interface ImportForm {
  file: { name: string; bytes: Uint8Array } | null;
  pasted: string;
  as: "text" | "split";
  /** Of a list in which no heading names one. */
  side: Sides;
}

interface Read {
  content: ImportContent;
  title: string;
  warnings: CountedWarning[];
}

/**
 * Reads a file or a pasted text and keeps what it says for its reader's approval (rules F1–F3): nothing of the file
 * itself is kept. Answers the import's id. Refused as a value by name; then no row is left.
 */
export async function readImport(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  tableSlug: string,
  form: ImportForm,
  signal?: AbortSignal,
): Promise<Outcome<{ id: string }>> {
  const { table } = await permittedTable(services, viewer, tableSlug);
  const field = form.file ? "file" : "pasted";
  const read = await readForm(services, form, signal);
  if ("refusal" in read) return refused(read.refusal, field);
  if (signal?.aborted) return refused("cancelled", field);
  const { content, title, warnings } = read;
  const id = await services.db.transaction().execute(async (trx) => {
    const own = trx.selectFrom("imports").select("id").where("imported_by", "=", viewer.personId);
    await trx
      .deleteFrom("imports")
      .where((eb) =>
        eb.or([
          eb("expires_at", "<", services.clock()),
          eb(
            "id",
            "in",
            own
              .orderBy("created_at", "desc")
              .orderBy("id")
              .offset(IMPORTS_WAITING_MAX - 1),
          ),
        ]),
      )
      .execute();
    const row = await trx
      .insertInto("imports")
      .values({
        table_id: table.id,
        file_name: form.file ? importName(form.file.name) : "-",
        kind: content.kind,
        title: title.slice(0, 200),
        content: JSON.stringify(content.kind === "text" ? content.text : content.split),
        warnings: JSON.stringify(warnings),
        imported_by: viewer.personId,
        created_at: services.clock(),
        expires_at: sql<Date>`${services.clock()}::timestamptz + ${`${IMPORT_MINUTES} minutes`}::interval`,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return row.id;
  });
  return { ok: true, id };
}

async function readForm(
  { importer }: Pick<Services, "importer">,
  { file, pasted, as, side }: ImportForm,
  signal: AbortSignal | undefined,
): Promise<Read | { refusal: ImportRefusal }> {
  const options = { side, newId: randomUUID };
  if (!file && !pasted.trim()) return { refusal: "missing" };
  if (!file && pasted.length > PASTED_CHARACTERS_MAX) return { refusal: "longText" };
  if (!file && as === "split") return listed(splitFromPaste(pasted, options));
  const given = file ?? { name: "pasted.md", bytes: new TextEncoder().encode(pasted) };
  const reading = await importer.read(given, signal);
  if (!reading.ok) return reading;
  if (as === "text") return { ...reading, content: { kind: "text", text: reading.text } };
  const list = listed(splitFromText(reading.text, options));
  if ("refusal" in list) return list;
  const counts = Object.fromEntries(
    [...reading.warnings, ...list.warnings].map(({ warning, count }) => [warning, count]),
  );
  return { ...list, title: reading.title || list.title, warnings: countedWarnings(counts) };
}

function listed(reading: ListReading): Read | { refusal: ImportRefusal } {
  if (!reading.ok) return reading;
  return { ...reading, content: { kind: "split", split: reading.split } };
}

function refused(refusal: ImportRefusal, field: string): Refused {
  const megabytes = IMPORT_BYTES_MAX / 1024 / 1024;
  return { ok: false, error: `files.refusal.${refusal}`, field, values: { megabytes } };
}
