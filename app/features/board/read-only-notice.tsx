import { useTranslation } from "react-i18next";
import type { BoardData } from "../../protocol/board-data";
import { Notice } from "../../ui/page";

/** Why a board can only be read; nothing for those who may edit. */
export function ReadOnlyNotice({ data }: { data: BoardData }) {
  const { t } = useTranslation();
  if (data.abilities.edit) return null;
  const { state } = data.draft;
  const role = data.viewer.role === "observer" ? "observer" : "role";
  return <Notice>{t(`board.state.${state === "open" ? role : state}`)}</Notice>;
}
