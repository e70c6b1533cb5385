/** A change as a sentence: the same words on a page, in print and in minutes. */
import type { TFunction } from "i18next";
import { inLanguage, type Language } from "../domain/languages";
import { type SplitChange, textChangeFor } from "../domain/split/diff";

/**
 * Marks that stand for what people wrote while the sentence is made (private-use characters), so that
 * braces or dollar signs in a label are never read as the translator's own.
 */
const MARKS = { label: "\uE000", before: "\uE001", after: "\uE002", wish: "\uE003" };

/**
 * The change in one sentence of the reader's language: "Lisättiin hyvinvointialueen puolelle luokka ”…”."
 * `wish` tells on whose wish it was made, where that is recorded (rule S6).
 */
export function changeSentence(t: TFunction, language: Language, change: SplitChange, wish?: string): string {
  const written = new Map([
    [MARKS.label, inLanguage(change.category.label, language).trim() || t("split.unnamed")],
    [MARKS.before, textOf(change, "before", language) || t("split.none")],
    [MARKS.after, textOf(change, "after", language) || t("split.none")],
    [MARKS.wish, wish ?? ""],
  ]);
  const sentence = frame(t, language, change, wish ? t("split.wish", { wish: MARKS.wish }) : "");
  return sentence.replace(/[\uE000-\uE003]/g, (mark) => written.get(mark) ?? "");
}

/** The sentence with marks in the place of what people wrote. */
function frame(t: TFunction, reader: Language, change: SplitChange, wish: string): string {
  const { sides } = change.category;
  const values = {
    ...MARKS,
    wish,
    into: t(`split.into.${sides}`),
    from: t(`split.from.${sides}`),
    on: t(`split.on.${sides}`),
  };
  switch (change.kind) {
    case "moved": {
      const way = { from: t(`split.from.${change.before}`), to: t(`split.to.${change.after}`) };
      return t("split.sentence.moved", { ...values, ...way });
    }
    case "renamed": {
      // A first translation is an addition; everything else is a change from one name to another.
      const { language, before } = textChangeFor(change, reader);
      return language !== "fi" && !before
        ? t(`split.sentence.translated.${language}`, values)
        : t(`split.sentence.renamed.${language}`, values);
    }
    case "rationaleChanged":
      return t(`split.sentence.rationaleChanged.${textChangeFor(change, reader).language}`, values);
    case "questionRaised":
      return t(
        change.after.text ? "split.sentence.questionRaisedText" : "split.sentence.questionRaised",
        values,
      );
    default:
      return t(`split.sentence.${change.kind}`, values);
  }
}

/** What stood before or stands after, as text; empty where the change has no such thing. */
function textOf(change: SplitChange, side: "before" | "after", reader: Language): string {
  if (change.kind === "renamed" || change.kind === "rationaleChanged")
    return textChangeFor(change, reader)[side];
  const value: unknown = side in change ? change[side as keyof SplitChange] : null;
  if (typeof value === "string") return value;
  const text = typeof value === "object" && value !== null && "text" in value ? value.text : "";
  return typeof text === "string" ? text : "";
}
