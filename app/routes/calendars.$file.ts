import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "../../server/authorize.server";
import { subscribedCalendarFile } from "../../server/export/subscribed-calendar.server";

/** For calendar programs, without a session: whoever has the address reads what its person may read now. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const token = /^([\w-]{20,100})\.ics$/.exec(params.file ?? "")?.[1];
  const file = token ? await subscribedCalendarFile(context.services, token) : null;
  if (!file) throw notFound();
  return new Response(file, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="kumppanuuspoyta.ics"',
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex",
      "Cache-Control": "private, no-store",
    },
  });
}
