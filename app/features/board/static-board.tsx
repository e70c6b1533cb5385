/**
 * The board as plain lists, without live editing: the first paint, pages without JavaScript, frozen
 * versions, comparisons and print. It looks the same as the live board, so that the swap is not seen.
 */
import "../../styles/board.css";
import "../../styles/board-cards.css";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Localized } from "../../domain/languages";
import type { SplitChange } from "../../domain/split/diff";
import { type Category, categoriesOn, type Sides, type Split } from "../../domain/split/split";
import type { PositionCounts } from "../../protocol/positions-data";
import { useLanguage } from "../../ui/use-language";
import { type BoardView, changedIds, LANES, passes, WHOLE_BOARD } from "./board-view";
import { CardFace } from "./card-face";
import { type CardMarks, markCards } from "./card-marks";
import type { CardTalk } from "./card-talk";
import { LaneHead } from "./lane-head";
import { NothingShown } from "./nothing-shown";
import { PositionBar } from "./position-bar";

export interface StaticBoardProps {
  split: Split;
  sideNotes: Partial<Record<Sides, Localized>>;
  /** Changes to mark in red; null marks nothing. */
  changes: readonly SplitChange[] | null;
  /** Filters; the whole board unless said. */
  view?: BoardView;
  /** Where a card's label leads; labels are plain text without it. */
  hrefFor?: (categoryId: string) => string;
  /** How the parties stand, by category; no bars without it. */
  positionCounts?: Record<string, PositionCounts> | null;
  /** One lane at a time on a narrow screen, chosen by SideTabs above. */
  tabbed?: boolean;
  /** Leaves room for grips and menus, where the live board of somebody who may edit takes this one's place. */
  gripsFollow?: boolean;
  /** What the cards tell of talk; nothing unless said. */
  talk?: (categoryId: string) => CardTalk | undefined;
}

/** A read-only board: two columns, the lane of both, and the removed categories in a disclosure. */
export function StaticBoard({
  split,
  sideNotes,
  changes,
  view = WHOLE_BOARD,
  hrefFor,
  positionCounts,
  tabbed = false,
  gripsFollow = false,
  talk,
}: StaticBoardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const marks = useMemo(() => markCards(changes, language), [changes, language]);
  const changed = useMemo(() => changedIds(changes), [changes]);
  const removed = removedCategories(split, changes);
  const card = (category: Category) => (
    <StaticCard
      key={category.id}
      category={category}
      marks={marks.get(category.id)}
      isOpen={view.category === category.id}
      href={hrefFor?.(category.id)}
      positions={positionCounts?.[category.id]}
      grip={gripsFollow}
      talk={talk?.(category.id)}
    />
  );
  return (
    <div
      className={tabbed ? "board-lanes board-lanes--tabbed" : "board-lanes"}
      data-side={view.side ?? "all"}
    >
      {LANES.map((sides) => {
        const all = categoriesOn(split, sides);
        const shown = all.filter((category) => passes(category, view, changed));
        return (
          <section key={sides} className={`lane lane--${sides}`} aria-labelledby={`lane-${sides}`}>
            <LaneHead
              id={`lane-${sides}`}
              sides={sides}
              note={sideNotes[sides]}
              count={all.length}
              shown={shown.length}
            />
            {shown.length === 0 ? (
              <NothingShown sides={sides} isEmpty={all.length === 0} />
            ) : (
              <ul className="lane__cards">{shown.map(card)}</ul>
            )}
          </section>
        );
      })}
      {removed.length > 0 && (
        <details className="board-removed" open={!tabbed && removed.some(({ id }) => changed.has(id))}>
          <summary>{t("board.removedCount", { count: removed.length })}</summary>
          <ul>
            {removed.map((category) => (
              <li key={category.id} className="board-removed__item">
                <RemovedFace category={category} marks={marks.get(category.id)} />
                <span className="muted">{t(`board.side.${category.sides}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Removed categories of the split, and those a change took away altogether. */
export function removedCategories(split: Split, changes: readonly SplitChange[] | null): Category[] {
  const gone = (changes ?? []).flatMap((change) =>
    change.kind === "removed" && change.after === null ? [change.category] : [],
  );
  return [...split.categories.filter(({ status }) => status === "removed"), ...gone];
}

/** A removed category's words: struck through when its removal is among the changes shown. */
export function RemovedFace({ category, marks }: { category: Category; marks: CardMarks | undefined }) {
  const face = <CardFace category={category} marks={marks} />;
  return marks?.tags.includes("removed") ? <del className="card-removed">{face}</del> : face;
}

interface CardProps {
  category: Category;
  marks: CardMarks | undefined;
  isOpen: boolean;
  href: string | undefined;
  positions: PositionCounts | undefined;
  grip: boolean;
  talk: CardTalk | undefined;
}

function StaticCard({ category, marks, isOpen, href, positions, grip, talk }: CardProps) {
  return (
    <li className="board-card" data-category={category.id} data-open={isOpen || undefined}>
      {grip && <span className="board-card__grip" aria-hidden="true" />}
      <CardFace category={category} marks={marks} href={href} talk={talk} />
      {positions && <PositionBar counts={positions} />}
      {grip && <span className="board-card__menu" aria-hidden="true" />}
    </li>
  );
}
