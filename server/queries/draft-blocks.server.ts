/** Drafts shown inside a text: always with the rights of who reads the text, never with those of who put them there. */
import { readContent } from "../../app/collab/documents/draft-document";
import type { Localized } from "../../app/domain/languages";
import { draftBlocksOf } from "../../app/domain/text/reading";
import type { TextDocument } from "../../app/domain/text/text";
import { blockKey, type EmbeddedDraft } from "../../app/protocol/text-data";
import { loadActor, mayDo } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { readableDraft } from "./readable-draft.server";
import { frozenVersion } from "./version-content.server";

/** So many different drafts are shown in one text; further ones are only asked for where they are looked at. */
export const BLOCKS_MAX = 20;

/** One draft, live (`version` null) or as it was frozen. 404 when it is not there or not for this viewer. */
export async function embeddedDraft(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  version: number | null,
): Promise<EmbeddedDraft & { ok: true }> {
  const { draft } = await readableDraft(services, viewer, slug);
  const content =
    version === null
      ? readContent(draft.kind, (await services.documents.read(draft.documentId)).doc)
      : (await frozenVersion(services, draft.id, version)).content;
  const { title, documentId } = draft;
  return { ok: true, title, version, documentId, ...content };
}

/** All drafts that the text shows, by blockKey. What the viewer may not read is { ok: false }, as what is not there. */
export async function embeddedDrafts(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  text: TextDocument,
): Promise<Record<string, EmbeddedDraft>> {
  const wanted = new Map(draftBlocksOf(text).map((block) => [blockKey(block), block]));
  const read = await Promise.all(
    [...wanted]
      .slice(0, BLOCKS_MAX)
      .map(async ([key, { slug, version }]): Promise<[string, EmbeddedDraft]> => {
        try {
          return [key, await embeddedDraft(services, viewer, slug, version)];
        } catch (error) {
          if (error instanceof Response && error.status < 500) return [key, { ok: false }];
          throw error;
        }
      }),
  );
  return Object.fromEntries(read);
}

/** A draft that may be put into a text, with the numbers of its frozen versions. */
export interface BlockChoice {
  slug: string;
  title: Localized;
  versions: number[];
}

/** The drafts of the viewer's tables that the viewer may read, but for the text itself. 404 for an unreadable text. */
export async function blockChoices(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
): Promise<BlockChoice[]> {
  const { draft } = await readableDraft(services, viewer, slug);
  const actor = await loadActor(services, viewer.personId);
  const tables = [...new Set([draft.tableId, ...actor.seats.map(({ tableId }) => tableId)])];
  const rows = await services.db
    .selectFrom("drafts")
    .innerJoin("tables", "tables.id", "drafts.table_id")
    .leftJoin("versions", "versions.draft_id", "drafts.id")
    .select([
      "drafts.slug",
      "drafts.title",
      "drafts.state",
      "drafts.members_edit as membersEdit",
      "drafts.table_id as tableId",
      "tables.region_id as regionId",
      "tables.observers_comment as observersComment",
      "versions.number",
    ])
    .where("drafts.table_id", "in", tables)
    .where("drafts.id", "!=", draft.id)
    .orderBy("drafts.created_at")
    .orderBy("versions.number", "desc")
    .execute();
  const choices = new Map<string, BlockChoice>();
  for (const { number, ...row } of rows) {
    if (!mayDo(actor, "draft.read", row)) continue;
    const choice = choices.get(row.slug) ?? { slug: row.slug, title: row.title, versions: [] };
    if (number !== null) choice.versions.push(number);
    choices.set(row.slug, choice);
  }
  return [...choices.values()];
}
