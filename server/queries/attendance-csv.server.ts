/** Attendance as a table for spreadsheets: one line for each time that somebody was present, and one for who never came. */
import { stringify } from "csv-stringify/sync";
import { inLanguage, type Language } from "../../app/domain/languages";
import { translator } from "../../app/messages/server.server";
import { formatDate, formatTime } from "../../app/ui/format";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { meetingPage } from "./meeting-page.server";

/** UTF-8 with a byte-order mark and semicolons, as Finnish spreadsheets open it; no cell is run as a formula. */
export async function attendanceCsv(
  services: Services,
  viewer: Viewer,
  slug: string,
  language: Language,
): Promise<string> {
  const { people } = await meetingPage(services, viewer, slug);
  const { t } = translator(language);
  const columns = (["name", "title", "party", "list", "role", "date", "from", "to"] as const).map((column) =>
    t(`minutes.csv.${column}`),
  );
  const lines = people.flatMap((person) => {
    const who = [
      ...[person.name, person.title, person.party ? inLanguage(person.party.name, language) : ""],
      ...[t(`minutes.csv.lists.${person.list}`), t(`minutes.csv.roles.${person.role}`)],
    ];
    if (person.intervals.length === 0) return [[...who, "", "", ""]];
    return person.intervals.map(({ from, to }) => [
      ...who,
      ...[formatDate(from, language), formatTime(from, language), to ? formatTime(to, language) : ""],
    ]);
  });
  return stringify([columns, ...lines], {
    ...{ delimiter: ";", bom: true, escape_formulas: true, record_delimiter: "windows" },
  });
}
