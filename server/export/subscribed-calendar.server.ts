import { inLanguage } from "../../app/domain/languages";
import { translator } from "../../app/messages/server.server";
import { subscribedCalendar } from "../queries/calendar.server";
import type { Services } from "../services";
import { calendarFile } from "./meeting-ics.server";

/** The file that a calendar program reads again and again, in the language of the link's person; null where there is none. */
export async function subscribedCalendarFile(services: Services, token: string): Promise<string | null> {
  const calendar = await subscribedCalendar(services, token);
  if (!calendar) return null;
  const { language, table, meetings } = calendar;
  const { t } = translator(language);
  const name = table
    ? t("agenda.calendars.name", { table: inLanguage(table, language) })
    : t("agenda.calendars.nameAll");
  return calendarFile(name, meetings, {
    ...{ language, origin: services.config.publicOrigin, now: services.clock() },
  });
}
