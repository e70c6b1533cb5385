import type { Language } from "../../../app/domain/languages";
import { isPersonName, PERSON_NAME_CHARACTERS_MAX } from "../../../app/domain/people";
import type { Outcome } from "../../../app/messages/problem";
import { notAllowed } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { changeLanguage } from "../sessions/change-language.server";

/** The viewer's name and language. A seat of the demo is many people's and keeps its name: 403. */
export async function changeDetails(
  services: Services,
  viewer: Viewer,
  { name, language }: { name: string; language: Language },
): Promise<Outcome> {
  if (viewer.demoSeat) throw notAllowed();
  if (!isPersonName(name))
    return {
      ...{ ok: false, error: "session.errors.nameNeeded", field: "name" },
      values: { max: PERSON_NAME_CHARACTERS_MAX },
    };
  if (name !== viewer.name)
    await services.db.transaction().execute(async (trx) => {
      await trx.updateTable("persons").set({ name }).where("id", "=", viewer.personId).execute();
      await recordAudit(trx, {
        personId: viewer.personId,
        action: "person.renamed",
        subjectKind: "person",
        subjectId: viewer.personId,
        detail: { before: viewer.name, name },
      });
    });
  await changeLanguage(services, viewer, language);
  return { ok: true };
}
