/** What every page of a round is drawn with: the draft's header, the round's facts, the version's categories. */
import type { Localized } from "../../app/domain/languages";
import type { Actor } from "../../app/domain/policy";
import { categoriesOn, SIDES, type Split } from "../../app/domain/split/split";
import type { Services } from "../services";
import { type DraftFrame, draftFrame } from "./draft-frame.server";
import { liveContent } from "./live-content.server";
import type { readableDraft } from "./readable-draft.server";
import type { Round } from "./readable-round.server";

type Draft = Awaited<ReturnType<typeof readableDraft>>["draft"];

/** Times are ISO, days YYYY-MM-DD. */
export interface RoundFacts {
  slug: string;
  title: string;
  background: string;
  dueOn: string;
  openedAt: string;
  openedBy: string;
  closedAt: string | null;
  version: { number: number; label: string };
}

export interface RoundCategory {
  id: string;
  label: Localized;
}

export function roundFacts({
  id: _,
  draftId: _draft,
  version,
  openedAt,
  closedAt,
  ...round
}: Round): RoundFacts {
  return {
    ...round,
    version: { number: version.number, label: version.label },
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  };
}

/** The categories that stand in the version, as the board orders them. */
export function categoriesOf(split: Split): RoundCategory[] {
  return SIDES.flatMap((side) => categoriesOn(split, side)).map(({ id, label }) => ({ id, label }));
}

/** The draft's header of today, whichever version the round is of. */
export async function liveFrame(services: Services, draft: Draft, actor: Actor): Promise<DraftFrame> {
  const { content } = await liveContent(services, draft);
  return draftFrame(services, draft, actor, content);
}
