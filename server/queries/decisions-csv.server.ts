/** The register as a table for spreadsheets. */
import { stringify } from "csv-stringify/sync";
import { inLanguage, type Language } from "../../app/domain/languages";
import { meetingNumber } from "../../app/domain/meetings/meeting";
import { translator } from "../../app/messages/server.server";
import { formatDateTime } from "../../app/ui/format";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { type RegisterChoice, registerLines } from "./decision-register.server";

const COLUMNS = [
  ...(["number", "stated", "region", "table", "meeting", "draft", "version", "text", "outcome"] as const),
  ...(["corrects", "correctedBy", "seal"] as const),
];

/** UTF-8 with a byte-order mark and semicolons, as Finnish spreadsheets open it; no cell is run as a formula. */
export async function decisionsCsv(
  services: Services,
  viewer: Viewer,
  choice: RegisterChoice,
  language: Language,
): Promise<string> {
  const { lines, count } = await registerLines(services, viewer, choice);
  const { t } = translator(language);
  const rows = lines.map((line) => [
    ...[meetingNumber(line), formatDateTime(line.statedAt, language), inLanguage(line.region, language)],
    ...[inLanguage(line.table.name, language), line.meeting ? meetingNumber(line.meeting) : ""],
    ...[inLanguage(line.draft.title, language), String(line.draft.version), line.text],
    ...[t(`decisions.outcome.${line.outcome}`), line.corrects?.number ?? "", line.correctedBy?.number ?? ""],
    line.seal,
  ]);
  const cut = count > lines.length ? [[t("seals.register.csvTooMany", { count: lines.length })]] : [];
  const head = COLUMNS.map((column) => t(`seals.register.column.${column}`));
  return stringify([head, ...rows, ...cut], {
    ...{ delimiter: ";", bom: true, escape_formulas: true, record_delimiter: "windows" },
  });
}
