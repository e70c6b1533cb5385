import type { Language } from "../../../app/domain/languages";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

/**
 * Keeps the language a person reads in, for the devices they have not chosen one on. A seat of the demo is
 * many people's: there the choice stays in the browser.
 */
export async function changeLanguage(services: Services, viewer: Viewer, language: Language): Promise<void> {
  if (viewer.demoSeat || viewer.language === language) return;
  await services.db.transaction().execute(async (trx) => {
    await trx.updateTable("persons").set({ language }).where("id", "=", viewer.personId).execute();
    await recordAudit(trx, {
      personId: viewer.personId,
      action: "person.language-changed",
      subjectKind: "person",
      subjectId: viewer.personId,
      detail: { before: viewer.language, language },
    });
  });
}
