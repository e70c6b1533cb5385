/** The anchor of a comment on a passage, made by the server of the committed text: a browser only says where. */
import { setTimeout as pause } from "node:timers/promises";
import { anchorOf, chosenPassage, readWords } from "../../../app/collab/documents/text-anchors";
import {
  type ChosenPassage,
  isNearly,
  type PassageAnchor,
  POSITION_CHARACTERS_MAX,
  QUOTE_CHARACTERS_MAX,
} from "../../../app/domain/text/anchor";
import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import type { Services } from "../../services";
import type { TalkDraft } from "./talk-draft.server";

/** What was just written may still be on its way to the log: so long it is waited for, and looked for so often. Milliseconds. */
export const COMMIT_WAIT_MILLISECONDS = 2_000;
const LOOK_MILLISECONDS = 200;

/**
 * Refused as a value when nothing was chosen, too much, or words that are not in the committed text any more or are
 * quite others there (rule A2); 404 for a draft that is no text.
 */
export async function anchorFor(
  { documents }: Services,
  draft: TalkDraft,
  chosen: ChosenPassage,
): Promise<Outcome<{ anchor: PassageAnchor }>> {
  if (draft.kind !== "text") throw notFound();
  if (!chosen.quote.trim()) return { ok: false, error: "texts.margin.error.nothing" };
  const values = { max: QUOTE_CHARACTERS_MAX };
  if (chosen.quote.length > QUOTE_CHARACTERS_MAX)
    return { ok: false, error: "texts.margin.error.long", values };
  if (Math.max(chosen.start.length, chosen.end.length) > POSITION_CHARACTERS_MAX) throw notFound();
  for (let waited = 0; ; waited += LOOK_MILLISECONDS) {
    const { doc } = await documents.read(draft.documentId);
    const words = readWords(doc);
    const passage = chosenPassage(doc, words, chosen);
    if (passage && passage !== "unknown") {
      if (passage.to - passage.from > QUOTE_CHARACTERS_MAX)
        return { ok: false, error: "texts.margin.error.long", values };
      const anchor = anchorOf(words, passage);
      if (anchor && isNearly(anchor.quote, chosen.quote)) return { ok: true, anchor };
    }
    if (passage === null || waited >= COMMIT_WAIT_MILLISECONDS)
      return { ok: false, error: "texts.margin.error.gone" };
    await pause(LOOK_MILLISECONDS);
  }
}
