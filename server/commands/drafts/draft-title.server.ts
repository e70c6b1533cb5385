import { DRAFT_TITLE_CHARACTERS_MAX } from "../../../app/domain/drafts";
import type { Problem } from "../../../app/messages/problem";

/** What is wrong with a title, or null. An empty one is wrong only where it must be there. */
export function titleProblem(
  title: string,
  field: string,
  required: boolean,
): (Problem & { ok: false }) | null {
  if (required && !title) return { ok: false, error: "drafts.error.titleEmpty", field };
  if (title.length <= DRAFT_TITLE_CHARACTERS_MAX) return null;
  return { ok: false, error: "drafts.error.titleLong", field, values: { max: DRAFT_TITLE_CHARACTERS_MAX } };
}
