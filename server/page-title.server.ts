import type { ParseKeys } from "i18next";
import { inLanguage, type Localized } from "../app/domain/languages";
import { translator } from "../app/messages/server.server";
import { requestLanguage } from "./request.server";
import type { Viewer } from "./session.server";

/** The title of a page in the reader's language: "Versiot · Järjestöavustusten jaottelu · Kumppanuuspöytä". */
export function pageTitle(
  request: Request,
  viewer: Viewer | null,
  key: ParseKeys,
  subject?: Localized,
): string {
  const language = requestLanguage(request, viewer);
  const { t } = translator(language);
  return [t(key), subject && inLanguage(subject, language), t("common.product")].filter(Boolean).join(" · ");
}
