/** Rule K5: a statement round, or the ready group of a draft's positions, becomes an item of a coming meeting in one click. */
import { inLanguage, LANGUAGES, type Localized } from "../../../app/domain/languages";
import {
  ITEM_PROPOSAL_CHARACTERS_MAX,
  ITEM_TITLE_CHARACTERS_MAX,
  ITEMS_MAX,
} from "../../../app/domain/meetings/meeting";
import type { Outcome } from "../../../app/messages/problem";
import { translator } from "../../../app/messages/server.server";
import { formatList } from "../../../app/ui/format";
import { draftSubjects } from "../../queries/draft-subjects.server";
import { standing } from "../../queries/position-standing.server";
import { readableDraft } from "../../queries/readable-draft.server";
import { readableRound, recipientsOf } from "../../queries/readable-round.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { permittedMeeting } from "../meetings/permitted-meeting.server";
import { addItem } from "./add-item.server";
import { prepareMeeting } from "./agenda-meeting.server";
import { addAttachment } from "./attach.server";
import { draftForAgenda } from "./draft-for-agenda.server";

type By = Pick<Viewer, "personId">;
type Added = Outcome<{ item: string }>;

const full = {
  ok: false,
  field: "meeting",
  error: "agenda.error.manyItems",
  values: { max: ITEMS_MAX },
} as const;
const noDraft = { ok: false, field: "meeting", error: "agenda.error.noDraft" } as const;

/** The round's version is attached, and what was answered is told in the proposal. A round is once on an agenda. */
export async function addRoundItem(
  services: Services,
  viewer: By,
  meetingSlug: string,
  roundSlug: string,
): Promise<Added> {
  const { round, draft } = await readableRound(services, viewer, roundSlug);
  const asked = (await recipientsOf(services.db, [round.id])).get(round.id) ?? [];
  const given = asked.filter(({ latest }) => latest !== null).length;
  return prepareMeeting<{ item: string }>(services, viewer, meetingSlug, "agenda.changed", async (at) => {
    if (!(await draftForAgenda(services, viewer, at.meeting, draft.slug))) return noDraft;
    const values = { round: round.title, version: round.version.number, asked: asked.length, given };
    const added = await addItem(at.trx, at.now, {
      ...{ meetingId: at.meeting.id, kind: "ordinary", draftId: draft.id, addedBy: viewer.personId },
      title: cut({ fi: round.title }, ITEM_TITLE_CHARACTERS_MAX),
      proposal: inAll((language) => translator(language).t("agenda.fromRound.proposal", values)),
      origin: { kind: "round", id: round.id },
    });
    if (!added) return full;
    if (added.isNew)
      await addAttachment(at, viewer, added.id, draft.title.fi, {
        ...{ kind: "version", draft_id: draft.id, version_id: round.version.id, same: () => false },
      });
    return { ok: true, item: added.id };
  });
}

/** The categories that every party stands behind now, by the server's own count. The same group is once on an agenda. */
export async function addReadyItem(
  services: Services,
  viewer: By,
  meetingSlug: string,
  draftSlug: string,
): Promise<Added> {
  await permittedMeeting(services, viewer, meetingSlug, "meeting.prepare");
  const { draft } = await readableDraft(services, viewer, draftSlug);
  const { subjects } = await draftSubjects(services, draft);
  const now = await standing(services.db, draft, subjects);
  const ready = now.finder.ready;
  if (ready.length === 0) return { ok: false, field: "meeting", error: "agenda.error.nothingReady" };
  const labels = now.categories.filter(({ id }) => ready.includes(id)).map(({ label }) => label);
  return prepareMeeting<{ item: string }>(services, viewer, meetingSlug, "agenda.changed", async (at) => {
    if (!(await draftForAgenda(services, viewer, at.meeting, draft.slug))) return noDraft;
    const added = await addItem(at.trx, at.now, {
      ...{ meetingId: at.meeting.id, kind: "ordinary", draftId: draft.id, addedBy: viewer.personId },
      title: cut(
        inAll((language) =>
          translator(language).t("agenda.fromReady.title", { draft: inLanguage(draft.title, language) }),
        ),
        ITEM_TITLE_CHARACTERS_MAX,
      ),
      proposal: cut(
        inAll((language) =>
          translator(language).t("agenda.fromReady.proposal", {
            categories: formatList(
              labels.map((label) => `”${inLanguage(label, language)}”`),
              language,
            ),
          }),
        ),
        ITEM_PROPOSAL_CHARACTERS_MAX,
      ),
      origin: { kind: "ready", draftId: draft.id, categoryIds: ready },
    });
    return added ? { ok: true, item: added.id } : full;
  });
}

const inAll = (words: (language: (typeof LANGUAGES)[number]) => string): Localized => {
  const [fi = "", sv, en] = LANGUAGES.map(words);
  return { fi, sv, en };
};

/** Within a limit; what is cut says so. */
const cut = (text: Localized, max: number): Localized =>
  Object.fromEntries(
    Object.entries(text).map(([language, words]) => [
      language,
      words && words.length > max ? `${words.slice(0, max - 1)}…` : words,
    ]),
  ) as unknown as Localized;
