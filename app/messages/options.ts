import type { InitOptions } from "i18next";
import { LANGUAGES } from "../domain/languages";

/** The same on the server and in the browser, so that both render the same words. */
export const I18N_OPTIONS = {
  supportedLngs: [...LANGUAGES],
  fallbackLng: "fi",
  interpolation: { escapeValue: false }, // React escapes
  returnNull: false,
} satisfies InitOptions;
