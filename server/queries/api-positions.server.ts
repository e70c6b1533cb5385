import type { ApiPositions } from "../../app/protocol/api-answers";
import type { PositionView } from "../../app/protocol/positions-data";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { draftSubjects } from "./draft-subjects.server";
import { standing } from "./position-standing.server";
import { readableDraft } from "./readable-draft.server";

/** Every current position on the live text for programs. 404 for a draft that the viewer may not read. */
export async function apiPositions(services: Services, viewer: Viewer, slug: string): Promise<ApiPositions> {
  const { draft } = await readableDraft(services, viewer, slug);
  const { subjects } = await draftSubjects(services, draft);
  const now = await standing(services.db, draft, subjects);
  return {
    parties: now.parties.map(({ slug: party, name, shortName }) => ({ slug: party, name, shortName })),
    positions: [...now.categories.map(({ id }) => id), null].flatMap((category) => {
      const cells = now.cells(category);
      return now.parties.flatMap(({ slug: party }) => {
        const cell = cells[party];
        return cell ? [lineOf(party, category, cell)] : [];
      });
    }),
    finder: now.finder,
    whole: now.wholeGroup,
  };
}

function lineOf(
  party: string,
  category: string | null,
  view: PositionView,
): ApiPositions["positions"][number] {
  const { value, reason, stale, preliminary, givenAt, isExample } = view;
  return { party, category, value, reason, stale, preliminary, givenAt, told: view.told !== null, isExample };
}
