import type { ParseKeys } from "i18next";
import type { Localized } from "../app/domain/languages";
import { requestLanguage, titleIn } from "./request.server";
import type { Viewer } from "./session.server";

/** The title of a page in the reader's language: "Versiot · Järjestöavustusten jaottelu · Kumppanuuspöytä". */
export function pageTitle(
  request: Request,
  viewer: Viewer | null,
  key: ParseKeys,
  subject?: Localized,
): string {
  return titleIn(requestLanguage(request, viewer), key, subject);
}
