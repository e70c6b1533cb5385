/** One category's positions, for the board's panel. */
import { readSplit } from "../../app/collab/documents/split-document";
import { contentOfText, givenText, textOfContent } from "../../app/domain/positions/text";
import { sha256Hex } from "../../app/domain/split/canonical";
import type { CategoryPositionsData, PastPosition, PositionText } from "../../app/protocol/positions-data";
import { mayDo, notFound } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { ownParty } from "./own-party.server";
import { partiesAt } from "./party-people.server";
import { type PositionRowWithText, pastView, positionsOn, positionView } from "./position-rows.server";
import { columnOf } from "./positions-page.server";
import { preparationsOf } from "./preparations.server";
import { readableDraft } from "./readable-draft.server";

/** 404 for a category that never was; a removed one still tells what was said of it. */
export async function categoryPositions(
  services: Services,
  viewer: Viewer,
  slug: string,
  categoryId: string,
): Promise<CategoryPositionsData> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const { doc } = await services.documents.read(draft.documentId);
  const category = readSplit(doc).categories.find(({ id }) => id === categoryId);
  if (!category) throw notFound();
  const [parties, rows] = await Promise.all([
    partiesAt(services.db, draft.tableId),
    positionsOn(services.db, draft.id, categoryId),
  ]);
  const own = ownParty(actor, draft, parties);
  const prepared = own && (await preparationsOf(services.db, draft.id, own.party.id)).get(categoryId);
  const text = givenText(category);
  const contentHash = sha256Hex(contentOfText(text));
  return {
    parties: parties.map(columnOf),
    ...byParty(rows, parties, contentHash),
    contentHash,
    text,
    own: own && {
      slug: own.party.slug,
      shortName: own.party.shortName,
      genitive: own.party.genitive,
      maySpeak: own.maySpeak,
      mayPrepare: own.mayPrepare,
    },
    prepared: prepared ?? null,
    abilities: { enterTold: mayDo(actor, "position.enterTold", draft) },
  };
}

/** Each party's current position, the text of a stale one, and what was before; rows come the newest first. */
function byParty(rows: PositionRowWithText[], parties: { id: string; slug: string }[], present: string) {
  const cells: CategoryPositionsData["cells"] = {};
  const givenOn: Record<string, PositionText> = {};
  const history: Record<string, PastPosition[]> = {};
  for (const { id, slug } of parties) {
    const [latest, ...earlier] = rows.filter((row) => row.partyId === id);
    if (!latest) continue;
    const view = positionView(latest, present);
    if (view) cells[slug] = view;
    if (view?.stale) givenOn[slug] = textOfContent(latest.content);
    const past = view ? earlier : [latest, ...earlier];
    if (past.length > 0) history[slug] = past.map((row) => pastView(row, present));
  }
  return { cells, givenOn, history };
}
