/** The road of a draft to its decision: each body with its day, its mark and what came of it. */
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Localized } from "../../app/domain/languages";
import {
  lacksOutcome,
  latestThumbs,
  type RoadFacts,
  type RoadKind,
  type RoadMark,
  roadMark,
  takesThumbs,
} from "../../app/domain/road/road";
import type { RoadLine } from "../../app/protocol/meeting-data";
import type { Database } from "../../db/schema/tables";
import { mayDo } from "../authorize.server";
import { momentOf } from "../finnish-day.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import type { DraftFrame } from "./draft-frame.server";
import { partiesAt } from "./party-people.server";
import { readableDraft } from "./readable-draft.server";
import { liveFrame } from "./round-frame.server";

/** The steps in the order they were put (rule W1), for the page of a meeting. */
export async function roadLines(
  { db }: Pick<Services, "db">,
  draftId: string,
  now: Date,
): Promise<RoadLine[]> {
  const moment = momentOf(now);
  return (await stepsOf(db, draftId)).map((step) => ({
    ...{ id: step.id, body: step.body, happensOn: step.happensOn, starts: step.starts },
    mark: roadMark(step, moment),
  }));
}

export interface ThumbLine {
  partyId: string;
  name: string;
  shortName: string;
  color: number;
  /** Null while the party has given none. */
  isUp: boolean | null;
  /** ISO time. */
  givenAt: string | null;
  isExample: boolean;
  /** The viewer gives the party's word while the round is on. */
  mayGive: boolean;
}
export interface RoadStepView {
  id: string;
  kind: RoadKind;
  body: Localized;
  note: Localized | null;
  happensOn: string | null;
  starts: string | null;
  ends: string | null;
  source: string;
  mark: RoadMark;
  lacksOutcome: boolean;
  /** What came of it, in words. */
  outcome: Localized | null;
  meeting: { slug: string; number: number; year: number } | null;
  /** Of a round of thumbs; else empty. */
  thumbs: ThumbLine[];
}
export interface RoadPage {
  frame: DraftFrame;
  steps: RoadStepView[];
  mayRecord: boolean;
  /** Of the form that adds a step. */
  key: string;
}

/** 404 for a draft that the viewer may not read. */
export async function roadPage(services: Services, viewer: Viewer, slug: string): Promise<RoadPage> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const steps = await stepsOf(services.db, draft.id);
  const moment = momentOf(services.clock());
  const [frame, parties, thumbs] = await Promise.all([
    liveFrame(services, draft, actor),
    partiesAt(services.db, draft.tableId),
    thumbsOf(services.db, draft.id),
  ]);
  const readable = (tableId: string) => mayDo(actor, "meeting.read", { tableId, regionId: draft.regionId });
  const linesOf = (step: (typeof steps)[number]): ThumbLine[] => {
    if (step.kind !== "thumbsUp") return [];
    const given = latestThumbs(thumbs.filter(({ stepId }) => stepId === step.id));
    return parties.map(({ id, name, shortName, color }) => {
      const thumb = given.get(id);
      return {
        ...{ partyId: id, name, shortName, color },
        isUp: thumb?.isUp ?? null,
        givenAt: thumb?.givenAt.toISOString() ?? null,
        isExample: thumb?.isExample ?? false,
        mayGive: takesThumbs(step, moment) && mayDo(actor, "position.give", { ...draft, partyId: id }),
      };
    });
  };
  return {
    frame,
    steps: steps.map((step) => {
      const { position: _, meetingState: _state, outcome, outcomeText, meeting, ...told } = step;
      return {
        ...told,
        mark: roadMark(step, moment),
        lacksOutcome: lacksOutcome(step, moment),
        outcome: outcome && outcomeText?.fi ? outcomeText : null,
        meeting: meeting && readable(meeting.tableId) ? withoutTable(meeting) : null,
        thumbs: linesOf(step),
      };
    }),
    mayRecord: mayDo(actor, "draft.manage", draft),
    key: randomUUID(),
  };
}

const withoutTable = ({ slug, number, year }: { slug: string; number: number; year: number }) => ({
  slug,
  number,
  year,
});

interface StepRow extends RoadFacts {
  id: string;
  position: number;
  kind: RoadKind;
  body: Localized;
  note: Localized | null;
  source: string;
  outcomeText: Localized | null;
  meeting: { slug: string; number: number; year: number; tableId: string } | null;
}

async function stepsOf(db: Kysely<Database>, draftId: string): Promise<StepRow[]> {
  const rows = await db
    .selectFrom("road_steps as s")
    .leftJoin("meetings as m", "m.id", "s.meeting_id")
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom("road_outcomes as o")
          .select(["o.state", "o.text"])
          .whereRef("o.step_id", "=", "s.id")
          .orderBy("o.n", "desc")
          .limit(1)
          .as("outcome"),
      (on) => on.onTrue(),
    )
    .select(["s.id", "s.position", "s.kind", "s.body", "s.note", "s.happens_on as happensOn"])
    .select(["s.starts", "s.ends", "s.source", "outcome.state as outcome", "outcome.text as outcomeText"])
    .select(["m.state as meetingState", "m.slug as meetingSlug", "m.number", "m.year", "m.table_id"])
    .where("s.draft_id", "=", draftId)
    .orderBy("s.position")
    .orderBy("s.n")
    .execute();
  return rows.map(({ meetingSlug, number, year, table_id, ...row }) => ({
    ...row,
    meeting:
      meetingSlug !== null && number !== null && year !== null && table_id !== null
        ? { slug: meetingSlug, number, year, tableId: table_id }
        : null,
  }));
}

/** In the order they were given. */
function thumbsOf(db: Kysely<Database>, draftId: string) {
  return db
    .selectFrom("road_thumbs as t")
    .innerJoin("road_steps as s", "s.id", "t.step_id")
    .select(["t.step_id as stepId", "t.party_id as partyId", "t.is_up as isUp"])
    .select(["t.given_at as givenAt", "t.is_example as isExample"])
    .where("s.draft_id", "=", draftId)
    .orderBy("t.n")
    .execute();
}
