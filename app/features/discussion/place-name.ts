import type { TFunction } from "i18next";
import { excerptOf } from "../../domain/discussion/comment";
import { inLanguage, type Language } from "../../domain/languages";
import type { ThreadPlace } from "../../protocol/discussion-data";

/** What a thread is about, in the reader's words. */
export function placeName(t: TFunction, language: Language, place: ThreadPlace): string {
  if (place.kind === "draft") return t("discussion.place.draft");
  if (place.kind === "version")
    return t("discussion.place.version", { number: place.number, label: place.label });
  if (place.kind === "passage") return t("texts.margin.place", { quote: excerptOf(place.quote, 60) });
  if (!place.label) return t("discussion.place.gone");
  return inLanguage(place.label, language) || t("discussion.place.unnamed");
}

/** The value of a form's subject, and the other way round in server/commands/discussion/discussion-intents.server.ts. */
export function placeValue(place: { kind: "draft" } | { kind: "category" | "version"; id: string | number }) {
  return place.kind === "draft" ? "draft" : `${place.kind}:${place.id}`;
}
