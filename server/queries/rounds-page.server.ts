/** The statement rounds of a draft, and the page that opens a new one. */
import { lastDayOf, statusOf, whyNotSend } from "../../app/domain/statements/round";
import { mayDo } from "../authorize.server";
import { permittedDraft } from "../commands/drafts/permitted-draft.server";
import { dayOf } from "../finnish-day.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import type { DraftFrame } from "./draft-frame.server";
import { partiesAt } from "./party-people.server";
import { readableDraft } from "./readable-draft.server";
import { factsOf, recipientsOf, roundsOfDraft } from "./readable-round.server";
import { categoriesOf, liveFrame, type RoundCategory } from "./round-frame.server";
import { frozenVersion } from "./version-content.server";

export interface RoundLine {
  slug: string;
  title: string;
  version: number;
  dueOn: string;
  isClosed: boolean;
  asked: number;
  given: number;
  /** Parties that the viewer sits for and that may still send: their addresses, and their last day. */
  waiting: { slug: string; name: string; lastDay: string }[];
}

export interface RoundsPage {
  frame: DraftFrame;
  /** The newest first. */
  rounds: RoundLine[];
  mayOpen: boolean;
  hasVersion: boolean;
}

export async function roundsPage(services: Services, viewer: Viewer, slug: string): Promise<RoundsPage> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const rounds = await roundsOfDraft(services.db, draft.id);
  const recipients = await recipientsOf(
    services.db,
    rounds.map(({ id }) => id),
  );
  const today = dayOf(services.clock());
  const frame = await liveFrame(services, draft, actor);
  return {
    frame,
    rounds: rounds.map((round) => {
      const asked = recipients.get(round.id) ?? [];
      return {
        ...{ slug: round.slug, title: round.title, version: round.version.number, dueOn: round.dueOn },
        isClosed: round.closedAt !== null,
        asked: asked.length,
        given: asked.filter((one) => statusOf(factsOf(round, one), today) === "given").length,
        waiting: asked.flatMap((one) => {
          const isOwn = mayDo(actor, "statement.prepare", { ...draft, partyId: one.party.id });
          if (!isOwn || whyNotSend(factsOf(round, one), today)) return [];
          return [
            {
              slug: one.party.slug,
              name: one.party.name,
              lastDay: lastDayOf({ ...one, dueOn: round.dueOn }),
            },
          ];
        }),
      };
    }),
    mayOpen: mayDo(actor, "round.manage", draft),
    hasVersion: frame.lastVersion !== null,
  };
}

export interface NewRoundPage {
  frame: DraftFrame;
  /** The newest first. */
  versions: { number: number; label: string }[];
  parties: { id: string; name: string }[];
  /** Of the newest version. */
  categories: RoundCategory[];
  today: string;
}

/** 403 for those who may read the draft but not ask for statements. */
export async function newRoundPage(services: Services, viewer: Viewer, slug: string): Promise<NewRoundPage> {
  const { draft, actor } = await permittedDraft(services, viewer, slug, "round.manage");
  const versions = await services.db
    .selectFrom("versions")
    .select(["number", "label"])
    .where("draft_id", "=", draft.id)
    .orderBy("number", "desc")
    .execute();
  const newest = versions[0] && (await frozenVersion(services, draft.id, versions[0].number));
  return {
    frame: await liveFrame(services, draft, actor),
    versions,
    parties: (await partiesAt(services.db, draft.tableId)).map(({ id, name }) => ({ id, name })),
    categories: newest ? categoriesOf(newest.split) : [],
    today: dayOf(services.clock()),
  };
}
