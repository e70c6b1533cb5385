import { useTranslation } from "react-i18next";
import type { DraftCounts } from "../../domain/draft-content";

/** What a draft's header and lists tell of its size. */
export function useAmounts(): (counts: DraftCounts) => string[] {
  const { t } = useTranslation();
  return (counts) => {
    if (counts.kind === "text") return [t("drafts.header.words", { count: counts.words })];
    const told = [t("drafts.header.categories", { count: counts.categories })];
    if (counts.questions > 0) told.push(t("drafts.header.questions", { count: counts.questions }));
    return told;
  };
}
