/** Positions as a table for spreadsheets: one line for each party and category, with and without an answer. */
import { stringify } from "csv-stringify/sync";
import { inLanguage, type Language } from "../../app/domain/languages";
import { translator } from "../../app/messages/server.server";
import type { PositionView } from "../../app/protocol/positions-data";
import { formatDate, formatDateTime } from "../../app/ui/format";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { draftSubjects } from "./draft-subjects.server";
import { standing } from "./position-standing.server";
import { readableDraft } from "./readable-draft.server";

const COLUMNS = [
  ...(["category", "side", "group", "party", "value", "reason", "stale"] as const),
  ...(["organ", "section", "organDate", "told", "givenBy", "givenAt", "example"] as const),
];

/** UTF-8 with a byte-order mark and semicolons, as Finnish spreadsheets open it; no cell is run as a formula. */
export async function positionsCsv(
  services: Services,
  viewer: Viewer,
  slug: string,
  language: Language,
): Promise<string> {
  const { draft } = await readableDraft(services, viewer, slug);
  const { subjects } = await draftSubjects(services, draft);
  const now = await standing(services.db, draft, subjects);
  const { t } = translator(language);
  const told = (view: PositionView | undefined) => [
    view ? t(`positions.values.${view.value}`) : "",
    view?.reason ?? "",
    view?.stale ? t("positions.csv.yes") : "",
    view?.organ ?? "",
    view?.section ?? "",
    view?.organDate ? formatDate(view.organDate, language) : "",
    view?.told?.by ?? "",
    view?.givenBy ?? "",
    view ? formatDateTime(view.givenAt, language) : "",
    view?.isExample ? t("positions.csv.yes") : "",
  ];
  const lines = now.categories.flatMap(({ id, label, sides }) => {
    const category = [
      inLanguage(label, language),
      t(`board.side.${sides}`),
      t(`positions.csv.${now.groupOf(id)}`),
    ];
    return now.parties.map(({ slug: party, name }) => [...category, name, ...told(now.cells(id)[party])]);
  });
  const whole = now.parties
    .filter(({ slug: party }) => now.cells(null)[party])
    .map(({ slug: party, name }) => [
      t("positions.csv.whole"),
      "",
      "",
      name,
      ...told(now.cells(null)[party]),
    ]);
  const heads = COLUMNS.map((column) => t(`positions.csv.${column}`));
  return stringify([heads, ...lines, ...whole], {
    bom: true,
    delimiter: ";",
    escape_formulas: true,
    record_delimiter: "windows",
  });
}
