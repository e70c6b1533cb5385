import { useTranslation } from "react-i18next";
import { inLanguage, type Localized } from "../../domain/languages";
import type { Sides } from "../../domain/split/split";
import { useLanguage } from "../../ui/use-language";

interface Props {
  id: string;
  sides: Sides;
  note: Localized | undefined;
  /** Categories on the lane, and how many of them the filters show. */
  count: number;
  shown: number;
}

/** Name, side note and count above a lane. */
export function LaneHead({ id, sides, note, count, shown }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <header className="lane__head">
      <h2 id={id} className="lane__title">
        {t(`board.side.${sides}`)}
      </h2>
      {note && <span className="lane__note">{inLanguage(note, language)}</span>}
      <p className="lane__count">
        {shown === count ? t("board.count", { count }) : t("board.countShown", { count, shown })}
      </p>
    </header>
  );
}
