import { useTranslation } from "react-i18next";

/** In the place of an empty lane: what would stand here, and how it comes. */
export function NothingShown({ isEmpty, canEdit = false }: { isEmpty: boolean; canEdit?: boolean }) {
  const { t } = useTranslation();
  const key = isEmpty ? (canEdit ? "board.emptyLaneEdit" : "board.emptyLane") : "board.nothingMatches";
  return <p className="lane__empty">{t(key)}</p>;
}
