import { useTranslation } from "react-i18next";
import type { Sides } from "../../domain/split/split";

interface Props {
  sides: Sides;
  /** Nothing is on the lane; otherwise the filters hide what is. */
  isEmpty: boolean;
  canEdit?: boolean;
}

/** In the place of an empty lane: what would stand here, and how it comes. */
export function NothingShown({ sides, isEmpty, canEdit = false }: Props) {
  const { t } = useTranslation();
  if (!isEmpty) return <p className="lane__empty">{t("board.nothingMatches")}</p>;
  return (
    <p className="lane__empty">
      {t(`board.emptyLane.${sides}`)} {canEdit && t("board.emptyLaneEdit")}
    </p>
  );
}
