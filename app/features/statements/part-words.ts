import { useTranslation } from "react-i18next";
import type { RoundQuestion } from "../../../server/queries/readable-round.server";
import type { RoundCategory } from "../../../server/queries/round-frame.server";
import { inLanguage } from "../../domain/languages";
import { parsePart } from "../../domain/statements/parts";
import { useLanguage } from "../../ui/use-language";

export interface PartSubjects {
  categories: RoundCategory[];
  questions: RoundQuestion[];
}

/** How a part is called: what it is about, and whether it is a proposed change. */
export function usePartWords({ categories, questions }: PartSubjects) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (name: string): { subject: string; isChange: boolean } => {
    const part = parsePart(name);
    const category = categories.find(({ id }) => id === part?.id);
    const isChange = part?.kind === "change";
    if (category) return { subject: inLanguage(category.label, language) || t("split.unnamed"), isChange };
    const question = questions.find(({ id }) => id === part?.id);
    return { subject: question?.text ?? t("statements.write.whole"), isChange };
  };
}
