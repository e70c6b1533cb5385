import type { Language } from "../../domain/languages";
import { formatDate, formatDateTime, formatTime } from "../../ui/format";

/** `20.5.2022 klo 13.00–15.15`; the second day is told when it ends on another. */
export function meetingWhen(
  { startsAt, endsAt }: { startsAt: string; endsAt: string | null },
  language: Language,
): string {
  const from = formatDateTime(startsAt, language);
  if (!endsAt) return from;
  const isSameDay = formatDate(startsAt, language) === formatDate(endsAt, language);
  return isSameDay
    ? `${from}–${formatTime(endsAt, language)}`
    : `${from} – ${formatDateTime(endsAt, language)}`;
}
