import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { SIDES, type Sides } from "../../domain/split/split";
import { type BoardView, boardQuery } from "./board-view";
import type { ShowView } from "./use-board-view";

interface Props {
  view: BoardView;
  show: ShowView;
  /** Cards that the filters show, by side. */
  counts: Record<Sides, number>;
}

/** On a narrow screen one lane at a time. Plain links, so that they work without JavaScript too. */
export function SideTabs({ view, show, counts }: Props) {
  const { t } = useTranslation();
  const current = view.side ?? "municipality";
  return (
    <nav className="side-tabs" aria-label={t("board.toolbar.side")}>
      {SIDES.map((side) => (
        <a
          key={side}
          className={`is-${side}`}
          href={boardQuery({ ...view, side })}
          aria-current={side === current ? "true" : undefined}
          onClick={(event: MouseEvent) => {
            event.preventDefault();
            show({ side });
          }}
        >
          {t(`board.sideShort.${side}`)} {counts[side]}
        </a>
      ))}
    </nav>
  );
}
