/** What may be frozen of a draft's live content, or why nothing may (rules S7, V8, V9). */
import { canonicalContent, type DraftContent } from "../../../app/domain/draft-content";
import { sha256Hex } from "../../../app/domain/split/canonical";
import { type Category, LABEL_CHARACTERS_MAX, type Split } from "../../../app/domain/split/split";
import { freezeBlockers } from "../../../app/domain/split/validate";
import { liveBlocksOf, pinBlocks } from "../../../app/domain/text/draft-blocks";
import { characterCount } from "../../../app/domain/text/reading";
import { suggestionIds, withoutSuggestions } from "../../../app/domain/text/suggestions";
import { TEXT_CHARACTERS_MAX, type TextDocument } from "../../../app/domain/text/text";
import type { Outcome, Refused } from "../../../app/messages/problem";
import { liveContent } from "../../queries/live-content.server";
import { readableDraft } from "../../queries/readable-draft.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

/** Categories named by a refusal, so that a person can find and mend them. */
export interface Blocked {
  blockers?: Pick<Category, "id" | "label">[];
}

interface Asked {
  viewer: Pick<Viewer, "personId">;
  /** Open suggestions stay in the live text and out of the version. Without it they are a refusal. */
  withoutSuggestions: boolean;
}

/** The content as it is frozen; refused as a value. */
export async function freezableContent(
  services: Services,
  content: DraftContent,
  asked: Asked,
): Promise<Outcome<{ content: DraftContent }> & Blocked> {
  return content.kind === "split"
    ? freezableSplit(content.split)
    : freezableText(services, content.text, asked);
}

function freezableSplit(split: Split): Outcome<{ content: DraftContent }> & Blocked {
  const problems = freezeBlockers(split);
  if (!problems[0]) return { ok: true, content: { kind: "split", split } };
  return {
    ok: false,
    error: problems[0].kind === "longLabel" ? "drafts.error.longLabel" : "drafts.error.emptyLabel",
    values: { max: LABEL_CHARACTERS_MAX },
    blockers: problems.flatMap(({ category }) =>
      category ? [{ id: category.id, label: category.label }] : [],
    ),
  };
}

async function freezableText(
  services: Services,
  live: TextDocument,
  asked: Asked,
): Promise<Outcome<{ content: DraftContent }>> {
  const count = suggestionIds(live).size;
  if (count > 0 && !asked.withoutSuggestions)
    return {
      ok: false,
      error: "drafts.error.openSuggestions",
      field: "withoutSuggestions",
      values: { count },
    };
  const said = withoutSuggestions(live);
  if (characterCount(said) > TEXT_CHARACTERS_MAX)
    return { ok: false, error: "drafts.error.textLong", values: { max: TEXT_CHARACTERS_MAX } };
  const versions = new Map<string, number>();
  for (const slug of liveBlocksOf(said)) {
    const pinned = await versionShown(services, asked.viewer, slug);
    if (typeof pinned !== "number") return pinned;
    versions.set(slug, pinned);
  }
  return { ok: true, content: { kind: "text", text: pinBlocks(said, versions) } };
}

/** The last version of a draft that a text shows, when it holds what the draft says now (rule V9). */
async function versionShown(
  services: Services,
  viewer: Asked["viewer"],
  slug: string,
): Promise<number | Refused> {
  const found = await readableDraft(services, viewer, slug).catch((error: unknown) => {
    if (error instanceof Response && error.status === 404) return null;
    throw error;
  });
  if (!found) return { ok: false, error: "drafts.error.blockGone", values: { slug } };
  const [{ said }, last] = await Promise.all([
    liveContent(services, found.draft),
    services.db
      .selectFrom("versions")
      .select(["number", "sha256"])
      .where("draft_id", "=", found.draft.id)
      .orderBy("number", "desc")
      .executeTakeFirst(),
  ]);
  if (last?.sha256 === sha256Hex(canonicalContent(said))) return last.number;
  return { ok: false, error: "drafts.error.blockLive", values: { title: found.draft.title.fi } };
}
