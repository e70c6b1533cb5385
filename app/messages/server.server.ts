/** On the server all three languages are at hand. */
import { createInstance, type i18n } from "i18next";
import type { Language } from "../domain/languages";
import en from "./en";
import fi from "./fi";
import { I18N_OPTIONS } from "./options";
import sv from "./sv";

const RESOURCES = { fi: { translation: fi }, sv: { translation: sv }, en: { translation: en } };

/** A translator for one request or one page; never shared between languages. */
export function translator(language: Language): i18n {
  const instance = createInstance();
  void instance.init({ ...I18N_OPTIONS, lng: language, resources: RESOURCES, initImmediate: false });
  return instance;
}
