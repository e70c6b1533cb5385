/** A draft as it is taken out: the live one or a version, with the viewer's own rights and in the viewer's language. */
import { readContent } from "../../app/collab/documents/draft-document";
import type { DraftContent } from "../../app/domain/draft-content";
import { inLanguage, type Language } from "../../app/domain/languages";
import { normalizeText } from "../../app/domain/text/normalize";
import type { BlockNode, TextDocument } from "../../app/domain/text/text";
import { translator } from "../../app/messages/server.server";
import { formatDate, formatDateTime } from "../../app/ui/format";
import type { ExportedText } from "../export/exported-text";
import { splitAsLists, splitAsTable } from "../export/split-blocks";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { readableDraft } from "./readable-draft.server";
import { frozenVersion } from "./version-content.server";

type Asking = Pick<Viewer, "personId">;
export interface ExportedDraft extends ExportedText {
  slug: string;
  /** Null for the live draft. */
  version: number | null;
}

/** Characters of a hash in a file: enough to tell versions apart, and to look it up. */
const HASH_CHARACTERS = 16;

/** 404 for a draft that the viewer may not read, and for a version that is not there. */
export async function exportDraft(
  services: Services,
  viewer: Asking,
  slug: string,
  version: number | null,
  language: Language,
): Promise<ExportedDraft> {
  const { draft } = await readableDraft(services, viewer, slug);
  const { t } = translator(language);
  const madeAt = services.clock();
  const frozen = version === null ? null : await frozenVersion(services, draft.id, version);
  const content =
    frozen?.content ?? readContent(draft.kind, (await services.documents.read(draft.documentId)).doc);
  const made = t("files.export.made", { time: formatDateTime(madeAt.toISOString(), language) });
  const facts = frozen
    ? [
        t("files.export.version", { number: frozen.number, label: frozen.label }),
        ...(frozen.meetingDate ? [formatDate(frozen.meetingDate, language)] : []),
        t("files.export.hash", { hash: frozen.sha256.slice(0, HASH_CHARACTERS) }),
        made,
      ]
    : [t("files.export.live"), made];
  return {
    slug: draft.slug,
    version,
    title: inLanguage(draft.title, language),
    language,
    creator: inLanguage(draft.tableName, language),
    facts,
    madeAt,
    text: await textOf(services, viewer, content, language),
    suggestions:
      version === null && draft.kind === "text" ? await suggestionsOf(services, draft.documentId) : {},
  };
}

async function textOf(
  services: Services,
  viewer: Asking,
  content: DraftContent,
  language: Language,
): Promise<TextDocument> {
  if (content.kind === "split")
    return normalizeText({ type: "doc", content: splitAsLists(content.split, language) });
  const blocks = await Promise.all(
    content.text.content.map((block) => withEmbedded(services, viewer, block, language)),
  );
  return normalizeText({ type: "doc", content: blocks.flat() });
}

type DraftBlock = Extract<BlockNode, { type: "draftBlock" }>;

/** The block with the drafts inside it drawn out. Whether one is not there or not for this viewer is not told. */
async function withEmbedded(
  services: Services,
  viewer: Asking,
  block: BlockNode,
  language: Language,
): Promise<BlockNode[]> {
  if (block.type === "paragraph" || block.type === "heading") return [block];
  if (block.type === "draftBlock") return embedded(services, viewer, block, language);
  const content = await Promise.all(
    block.content.map((child) => withEmbedded(services, viewer, child, language)),
  );
  return [{ ...block, content: content.flat() } as BlockNode];
}

async function embedded(
  services: Services,
  viewer: Asking,
  { attrs }: DraftBlock,
  language: Language,
): Promise<BlockNode[]> {
  const { t } = translator(language);
  const bold = (text: string): BlockNode => ({
    type: "paragraph",
    content: [{ type: "text", text, marks: [{ type: "bold" }] }],
  });
  try {
    const { draft } = await readableDraft(services, viewer, attrs.slug);
    const content =
      attrs.version === null
        ? readContent(draft.kind, (await services.documents.read(draft.documentId)).doc)
        : (await frozenVersion(services, draft.id, attrs.version)).content;
    const title = inLanguage(draft.title, language);
    const name =
      attrs.version === null
        ? t("files.export.embedded", { title })
        : t("files.export.embeddedVersion", { title, number: attrs.version });
    if (content.kind === "split") return [bold(name), ...splitAsTable(content.split, language)];
    // A text inside a text is shown one level deep: two that show each other would never end.
    return [
      bold(name),
      { type: "blockquote", content: content.text.content.filter(({ type }) => type !== "draftBlock") },
    ];
  } catch (cause) {
    if (!(cause instanceof Response)) throw cause;
    return [{ type: "paragraph", content: [{ type: "text", text: t("texts.view.noBlock") }] }];
  }
}

async function suggestionsOf(
  { db }: Pick<Services, "db">,
  documentId: string,
): Promise<ExportedText["suggestions"]> {
  const rows = await db
    .selectFrom("text_suggestions")
    .innerJoin("persons", "persons.id", "text_suggestions.author_id")
    .leftJoin("parties", "parties.id", "text_suggestions.party_id")
    .select([
      "text_suggestions.id",
      "persons.name as author",
      "parties.short_name as party",
      "text_suggestions.created_at as madeAt",
    ])
    .where("document_id", "=", documentId)
    .execute();
  return Object.fromEntries(
    rows.map(({ id, author, party, madeAt }) => [
      id,
      { author: party ? `${author} (${party})` : author, madeAt: madeAt.toISOString() },
    ]),
  );
}
