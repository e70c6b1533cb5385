import type { Language } from "../../domain/languages";

/** HH:MM as the language writes it: 8.00, 8.00, 08:00. */
export function clockTime(time: string, language: Language): string {
  return language === "en" ? time : time.replace(/^0(?=\d)/, "").replace(":", ".");
}
