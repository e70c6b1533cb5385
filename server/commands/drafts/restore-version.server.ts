import { writeContent } from "../../../app/collab/documents/draft-document";
import { DocumentQuarantined } from "../../collab/hub";
import { recordAudit } from "../../events/record-audit.server";
import { frozenVersion } from "../../queries/version-content.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { permittedDraft } from "./permitted-draft.server";

/**
 * Makes the live draft say what the version says, by forward changes through the same log as anybody's
 * (rule V3). Answers the log position after them. 404 for an unknown version, 503 for a document that may only be read.
 */
export async function restoreVersion(
  services: Services,
  viewer: Viewer,
  slug: string,
  number: number,
): Promise<{ seq: number }> {
  const { draft } = await permittedDraft(services, viewer, slug, "draft.restore");
  const { content, sha256 } = await frozenVersion(services, draft.id, number);
  const editor = { personId: viewer.personId, sessionId: viewer.sessionHash };
  const seq = await services.documents
    .transact(draft.documentId, editor, "restore", (doc) => writeContent(doc, content))
    .catch((error: unknown) => {
      if (error instanceof DocumentQuarantined) throw new Response("quarantined", { status: 503 });
      throw error;
    });
  await recordAudit(services.db, {
    personId: viewer.personId,
    action: "version.restored",
    subjectKind: "draft",
    subjectId: draft.id,
    detail: { number, sha256, seq },
  });
  return { seq };
}
