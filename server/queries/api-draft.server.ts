import type { DraftContent } from "../../app/domain/draft-content";
import { canonicalJson, normalizeSplit } from "../../app/domain/split/canonical";
import { textToMarkdown } from "../../app/domain/text/markdown";
import { normalizeText } from "../../app/domain/text/normalize";
import { withoutSuggestions } from "../../app/domain/text/suggestions";
import type { ApiSplit, ApiText } from "../../app/protocol/api-answers";
import { textToHtml } from "../export/text-html.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { wishesBetween } from "./draft-wishes.server";
import { liveContent } from "./live-content.server";
import { readableDraft } from "./readable-draft.server";

/**
 * The live committed draft for programs, as canonical JSON (app/protocol/api-answers.ts). `version` is the number of the
 * last frozen version or null. Of a split: removed categories are included; `wish` is the latest one recorded, or null.
 * Of a text: the text with its suggestions, and as HTML and Markdown without them.
 */
export async function apiDraft(services: Services, viewer: Viewer, slug: string): Promise<string> {
  const { draft } = await readableDraft(services, viewer, slug);
  const [{ content }, last] = await Promise.all([
    liveContent(services, draft),
    services.db
      .selectFrom("versions")
      .select((v) => v.fn.max("number").as("number"))
      .where("draft_id", "=", draft.id)
      .executeTakeFirst(),
  ]);
  const { documentId, title } = draft;
  const facts = { slug: draft.slug, documentId, title, version: last?.number ?? null };
  const answer: ApiSplit | ApiText =
    content.kind === "split"
      ? { ...facts, ...splitOf(content, await wishesBetween(services, documentId)) }
      : { ...facts, ...textOf(content) };
  return canonicalJson(answer);
}

function splitOf(
  { split }: DraftContent & { kind: "split" },
  wishes: Record<string, string>,
): Pick<ApiSplit, "kind" | "categories"> {
  const { categories } = normalizeSplit(split);
  return {
    kind: "split",
    categories: categories.map((category) => ({ ...category, wish: wishes[category.id] ?? null })),
  };
}

function textOf({
  text,
}: DraftContent & { kind: "text" }): Pick<ApiText, "kind" | "text" | "html" | "markdown"> {
  const said = withoutSuggestions(text);
  return {
    kind: "text",
    text: normalizeText(text) as unknown as ApiText["text"],
    html: textToHtml(said, "fi"),
    markdown: textToMarkdown(said),
  };
}
