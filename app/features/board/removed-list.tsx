import { useTranslation } from "react-i18next";
import { inLanguage } from "../../domain/languages";
import type { SplitChange } from "../../domain/split/diff";
import type { Split } from "../../domain/split/split";
import { Button } from "../../ui/button";
import { useLanguage } from "../../ui/use-language";
import type { CardMarks } from "./card-marks";
import { RemovedFace, removedCategories } from "./static-board";

interface Props {
  split: Split;
  changes: readonly SplitChange[] | null;
  marks: ReadonlyMap<string, CardMarks>;
  canEdit: boolean;
  onOpen: (id: string) => void;
  onBringBack: (id: string) => void;
}

/** What was removed, under the board, with the way back (rule S4). */
export function RemovedList({ split, changes, marks, canEdit, onOpen, onBringBack }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const removed = removedCategories(split, changes);
  if (removed.length === 0) return null;
  return (
    <details className="board-removed">
      <summary>{t("board.removedCount", { count: removed.length })}</summary>
      <p className="muted">{t("board.removedHint")}</p>
      <ul>
        {removed.map((category) => {
          const label = inLanguage(category.label, language) || t("board.unnamed");
          return (
            <li key={category.id} className="board-removed__item">
              <span>
                <RemovedFace category={category} marks={marks.get(category.id)} />
              </span>
              <span className="muted">{t(`board.side.${category.sides}`)}</span>
              <Button
                variant="quiet"
                aria-label={`${t("board.card.open")}: ${label}`}
                onClick={() => onOpen(category.id)}
              >
                {t("board.card.open")}
              </Button>
              {canEdit && (
                <Button
                  aria-label={`${t("board.card.bringBack")}: ${label}`}
                  onClick={() => onBringBack(category.id)}
                >
                  {t("board.card.bringBack")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
