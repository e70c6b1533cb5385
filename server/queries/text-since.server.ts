import { diffTexts, type TextEntry } from "../../app/domain/text/diff";
import { notFound } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { type DraftFrame, draftFrame } from "./draft-frame.server";
import { liveContent } from "./live-content.server";
import { readableDraft } from "./readable-draft.server";
import { editorsSince, textAt } from "./text-at.server";

/** What has changed in a text after a log position. */
export interface TextSincePage {
  frame: DraftFrame;
  entries: TextEntry[];
  /** Names of those who edited it meanwhile, the last one first. */
  editors: string[];
}

/** 404 for a draft that the viewer may not read, and for one that is no text. */
export async function textSincePage(
  services: Services,
  viewer: Viewer,
  slug: string,
  seq: number,
): Promise<TextSincePage> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const live = await liveContent(services, draft);
  if (live.content.kind !== "text") throw notFound();
  const from = Math.min(seq, live.seq);
  const [before, editors, frame] = await Promise.all([
    textAt(services, draft.documentId, from),
    editorsSince(services, draft.documentId, from),
    draftFrame(services, draft, actor, live.content),
  ]);
  return { frame, entries: diffTexts(before, live.content.text), editors };
}
