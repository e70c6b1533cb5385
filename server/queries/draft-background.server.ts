import { readSplit } from "../../app/collab/documents/split-document";
import type { BackgroundSection } from "../../db/schema/tables";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { type DraftFrame, draftFrame } from "./draft-frame.server";
import { readableDraft } from "./readable-draft.server";

/** The facts a draft is prepared on. */
export async function draftBackgroundPage(
  services: Services,
  viewer: Viewer,
  slug: string,
): Promise<{ frame: DraftFrame; sections: BackgroundSection[] }> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const [{ doc }, { background }] = await Promise.all([
    services.documents.read(draft.documentId),
    services.db
      .selectFrom("drafts")
      .select("background")
      .where("id", "=", draft.id)
      .executeTakeFirstOrThrow(),
  ]);
  return { frame: await draftFrame(services, draft, actor, readSplit(doc)), sections: background };
}
