/** Memo and board beside each other (rule Y4): what the memo says of categories, and what the board or two of its versions tell. */
import type { Localized } from "../../app/domain/languages";
import {
  type Claim,
  claimsIn,
  type Disagreement,
  disagreements,
  joinReplaced,
} from "../../app/domain/minutes/disagreement";
import { minutesLines } from "../../app/domain/minutes/lines";
import type { RecordChange } from "../../app/domain/minutes/record";
import { diffSplits } from "../../app/domain/split/diff";
import type { Split } from "../../app/domain/split/split";
import { translator } from "../../app/messages/server.server";
import { notFound } from "../authorize.server";
import { minutesText } from "../export/minutes-text";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { meetingRecord } from "./meeting-record.server";
import { paragraphsOf } from "./minutes-page.server";
import { minutesNow } from "./minutes-standing.server";
import { readableDraft } from "./readable-draft.server";
import { readableMeeting } from "./readable-meeting.server";
import { frozenVersion } from "./version-content.server";

export interface MinutesCheck {
  meeting: { slug: string; number: number; year: number };
  /** Null compares with what was changed in the meeting. */
  versions: { draft: string; from: number; to: number } | null;
  /** Drafts that the meeting's table may look at, with their versions. */
  drafts: { slug: string; title: Localized; versions: number[] }[];
  claims: Claim[];
  board: RecordChange[];
  found: Disagreement[];
  labels: Record<string, Localized>;
}

/** `asked` may name a draft and two of its versions; 404 for what is not there or not this reader's. */
export async function minutesCheck(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  asked: { draft: string; from: string; to: string },
): Promise<MinutesCheck> {
  const { meeting } = await readableMeeting(services, viewer, slug);
  const record = await meetingRecord(services, meeting);
  const minutes = await minutesNow(services, meeting.id);
  const { t } = translator("fi");
  const text = minutes?.text ?? minutesText(minutesLines(record), { t, language: "fi" });
  const versions = asked.draft
    ? { draft: asked.draft, from: Number(asked.from) || 0, to: Number(asked.to) || 0 }
    : null;
  const compared = versions ? await splitsOf(services, viewer, versions) : null;
  const board = compared
    ? diffSplits(compared[0], compared[1])
        .filter(({ kind }) => kind !== "reordered")
        .map((change) => ({ change, wish: null }))
    : record.items.flatMap(({ changes }) => changes);
  const categories = new Map<string, Localized>();
  for (const split of compared ?? []) for (const { id, label } of split.categories) categories.set(id, label);
  for (const { changes } of record.items)
    for (const { change } of changes) categories.set(change.categoryId, change.category.label);
  const claims = claimsIn(
    paragraphsOf(text.content),
    [...categories].map(([id, label]) => ({ id, label })),
  );
  const found = disagreements(claims, board);
  return {
    meeting: { slug: meeting.slug, number: meeting.number, year: meeting.year },
    ...{ versions, claims, board, drafts: await splitDrafts(services, viewer, meeting.tableId) },
    found: compared ? joinReplaced(found, compared[1]) : found,
    labels: Object.fromEntries(categories),
  };
}

async function splitsOf(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  { draft: slug, from, to }: { draft: string; from: number; to: number },
): Promise<[Split, Split]> {
  const { draft } = await readableDraft(services, viewer, slug);
  if (draft.kind !== "split") throw notFound();
  const [before, after] = await Promise.all([
    frozenVersion(services, draft.id, from),
    frozenVersion(services, draft.id, to),
  ]);
  return [before.split, after.split];
}

/** Splits with two versions or more that the viewer may read: of the table, and of others on whose agenda it has them. */
async function splitDrafts(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  tableId: string,
): Promise<MinutesCheck["drafts"]> {
  const rows = await services.db
    .selectFrom("drafts as d")
    .innerJoin("versions as v", "v.draft_id", "d.id")
    .innerJoin("tables as t", "t.id", "d.table_id")
    .innerJoin("tables as own", "own.region_id", "t.region_id")
    .select(["d.slug", "d.title", (of) => of.fn.agg<number[]>("array_agg", ["v.number"]).as("versions")])
    .where("own.id", "=", tableId)
    .where("d.kind", "=", "split")
    .groupBy(["d.slug", "d.title"])
    .having((of) => of.fn.countAll(), ">", 1)
    .execute();
  const readable = await Promise.all(
    rows.map((row) =>
      readableDraft(services, viewer, row.slug).then(
        () => [{ ...row, versions: [...row.versions].sort((a, b) => a - b) }],
        () => [], // another table's, and not this reader's
      ),
    ),
  );
  return readable.flat();
}
