/** The pages on which a file is chosen, and on which what it says is approved. */
import type { CountedWarning, ImportContent } from "../../app/domain/files/import";
import type { Localized } from "../../app/domain/languages";
import { parseCanonicalSplit } from "../../app/domain/split/parse-split";
import { normalizeText } from "../../app/domain/text/normalize";
import { loadActor, mayDo, notAllowed, notFound } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";

type Asking = Pick<Viewer, "personId">;

/** The table, for somebody who may add drafts to it: 404 when they may not read it, 403 when only that. */
export async function permittedTable(services: Services, viewer: Asking, slug: string) {
  const table = await services.db
    .selectFrom("tables")
    .select(["id", "slug", "name", "region_id as regionId"])
    .where("slug", "=", slug)
    .executeTakeFirst();
  const actor = await loadActor(services, viewer.personId);
  const subject = table && { tableId: table.id, regionId: table.regionId };
  if (!subject || !mayDo(actor, "table.read", subject)) throw notFound();
  if (!mayDo(actor, "draft.create", subject)) throw notAllowed();
  return { table };
}

export interface ImportPage {
  id: string;
  table: { slug: string; name: Localized };
  fileName: string;
  title: string;
  content: ImportContent;
  warnings: CountedWarning[];
  expiresAt: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What waits for this viewer's approval. 404 for another's, for one that was used, and after its hour. */
export async function importPage(services: Services, viewer: Asking, id: string): Promise<ImportPage> {
  const row = UUID.test(id)
    ? await services.db
        .selectFrom("imports")
        .innerJoin("tables", "tables.id", "imports.table_id")
        .select([
          "imports.id",
          "imports.file_name as fileName",
          "imports.kind",
          "imports.title",
          "imports.content",
          "imports.warnings",
          "imports.expires_at as expiresAt",
          "tables.slug as tableSlug",
        ])
        .where("imports.id", "=", id)
        .where("imports.imported_by", "=", viewer.personId)
        .where("imports.used_at", "is", null)
        .where("imports.expires_at", ">", services.clock())
        .executeTakeFirst()
    : undefined;
  if (!row) throw notFound();
  const { table } = await permittedTable(services, viewer, row.tableSlug);
  return {
    id: row.id,
    table: { slug: table.slug, name: table.name },
    fileName: row.fileName,
    title: row.title,
    content:
      row.kind === "text"
        ? { kind: "text", text: normalizeText(row.content) }
        : { kind: "split", split: parseCanonicalSplit(JSON.stringify(row.content)) },
    // Written by this product alone, from its closed list.
    warnings: row.warnings as CountedWarning[],
    expiresAt: row.expiresAt.toISOString(),
  };
}
