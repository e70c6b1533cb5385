/** The demands of an initiative with their answers, as a table for spreadsheets. */
import { stringify } from "csv-stringify/sync";
import { DEMAND_ACTORS } from "../../app/domain/initiatives/initiative";
import { inLanguage, type Language, type Localized } from "../../app/domain/languages";
import { translator } from "../../app/messages/server.server";
import { formatList } from "../../app/ui/format";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { demandsOf } from "./initiative-parts.server";
import { readableInitiative } from "./readable-initiative.server";

const COLUMNS = [
  ...(["number", "area", "text", "measure", "actors", "state"] as const),
  ...(["answer", "reason", "note", "evidence", "source"] as const),
];

/** UTF-8 with a byte-order mark and semicolons, as Finnish spreadsheets open it; no cell is run as a formula. */
export async function initiativeCsv(
  services: Services,
  viewer: Viewer,
  slug: string,
  language: Language,
): Promise<string> {
  const { initiative } = await readableInitiative(services, viewer, slug);
  const demands = await demandsOf(services, initiative.id);
  const { t } = translator(language);
  const words = (text: Localized | null | undefined) => (text ? inLanguage(text, language) : "");
  const actorsOf = (actors: string[]) =>
    formatList(
      DEMAND_ACTORS.filter((actor) => actors.includes(actor)).map((actor) => t(`initiatives.actor.${actor}`)),
      language,
    );
  const lines = demands.map(({ answer, ...demand }) => [
    ...[demand.position, words(demand.area), words(demand.text), words(demand.measure)],
    ...[actorsOf(demand.actors), t(`initiatives.state.${answer?.state ?? "notBegun"}`)],
    ...[words(answer?.text), answer?.reason ?? "", answer?.note ?? ""],
    [words(answer?.draft?.title), answer?.href].filter(Boolean).join(" "),
    demand.source,
  ]);
  return stringify([COLUMNS.map((column) => t(`initiatives.csv.${column}`)), ...lines], {
    bom: true,
    delimiter: ";",
    escape_formulas: true,
    record_delimiter: "windows",
  });
}
