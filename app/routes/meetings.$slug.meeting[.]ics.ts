import type { LoaderFunctionArgs } from "@remix-run/node";
import { calendarFile, meetingTitle } from "../../server/export/meeting-ics.server";
import { savedFile } from "../../server/export/saved-file.server";
import { meetingForCalendar } from "../../server/queries/agenda-page.server";
import { requestLanguage, requireViewer } from "../../server/request.server";

/** One meeting for a calendar. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const { services } = context;
  const meeting = await meetingForCalendar(services, viewer, params.slug ?? "");
  const language = requestLanguage(request, viewer);
  const file = calendarFile(meetingTitle(meeting, language), [meeting], {
    ...{ language, origin: services.config.publicOrigin, now: services.clock() },
  });
  return savedFile(`${meeting.slug}.ics`, "text/calendar; charset=utf-8", Buffer.from(file));
}
