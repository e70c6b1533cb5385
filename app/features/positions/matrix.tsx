import { useNavigate } from "@remix-run/react";
import { type MouseEvent, memo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../domain/languages";
import { POSITION_VALUES } from "../../domain/positions/position";
import type { Sides } from "../../domain/split/split";
import {
  FINDER_GROUPS,
  type FinderGroup,
  type MatrixRow,
  type PartyColumn,
  type PositionView,
} from "../../protocol/positions-data";
import { useLanguage } from "../../ui/use-language";
import { QuestionMark } from "../board/card-face";
import { useMatrixKeys } from "./matrix-keys";
import { type PositionsView, positionsQuery } from "./positions-view";
import { markClass, VALUE_ICONS } from "./value-mark";

/** What the address names for the draft as a whole; no category has such an id. */
export const WHOLE = "*";

interface Props {
  parties: PartyColumn[];
  rows: MatrixRow[];
  /** Positions on the draft as a whole, or null where a filter leaves them out. */
  whole: Record<string, PositionView> | null;
  view: PositionsView;
}

/**
 * Party × category. A thousand cells: each is one link with one name, all handlers stand on the table, and words are
 * looked up once.
 */
export const Matrix = memo(function Matrix({ parties, rows, whole, view }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const table = useRef<HTMLTableElement>(null);
  const keys = useMatrixKeys(table);
  const words = useCellWords();
  const base = positionsQuery({ ...view, category: null, who: null, form: null });
  const onClick = (event: MouseEvent) => {
    const cell = (event.target as HTMLElement).closest("a[data-cell]");
    if (!cell || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigate(cell.getAttribute("href")!, { preventScrollReset: true });
  };
  const cells = (id: string, positions: Record<string, PositionView>) => {
    const href = `${base}&category=${encodeURIComponent(id)}&who=`;
    return parties.map(({ slug, shortName }) => {
      const position = positions[slug];
      return (
        <td key={slug}>
          <a
            className={markClass(position?.value ?? "missing", position?.stale)}
            href={href + slug}
            aria-label={`${shortName}: ${words(position)}`}
            data-cell=""
          >
            {VALUE_ICONS[position?.value ?? "missing"]}
          </a>
        </td>
      );
    });
  };
  const side = (sides: Sides) => (
    <span className={`badge badge--${sides}`}>{t(`board.sideShort.${sides}`)}</span>
  );
  const body = (key: string, head: string, children: React.ReactNode) => (
    <tbody key={key}>
      <tr className="matrix__group">
        <th scope="rowgroup" colSpan={parties.length + 2}>
          <span>{head}</span>
        </th>
      </tr>
      {children}
    </tbody>
  );
  const groupOf = (group: FinderGroup) => {
    const own = rows.filter((row) => row.group === group);
    if (own.length === 0) return null;
    const head = t("positions.matrix.group", { group: t(`positions.finder.${group}`), count: own.length });
    return body(
      group,
      head,
      own.map((row) => (
        <tr key={row.categoryId}>
          <th scope="row">
            {inLanguage(row.label, language)} {row.hasQuestion && <QuestionMark />}
          </th>
          <td className="matrix__side">{side(row.sides)}</td>
          {cells(row.categoryId, row.cells)}
        </tr>
      )),
    );
  };
  return (
    <div className="matrix-scroll">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys of the cells come through useMatrixKeys */}
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is walked with arrow keys is a grid */}
      <table ref={table} className="matrix" role="grid" {...keys} onClick={onClick}>
        <caption className="visually-hidden">{t("positions.matrix.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("positions.category")}</th>
            <th scope="col" className="matrix__side">
              {t("positions.side")}
            </th>
            {parties.map(({ slug, name, shortName }) => (
              <th key={slug} scope="col" className="matrix__party" title={name}>
                <span>{shortName}</span>
              </th>
            ))}
          </tr>
        </thead>
        {FINDER_GROUPS.map(groupOf)}
        {whole &&
          body(
            "whole",
            t("positions.whole"),
            <tr>
              <th scope="row">{t("positions.whole")}</th>
              <td className="matrix__side" />
              {cells(WHOLE, whole)}
            </tr>,
          )}
      </table>
    </div>
  );
});

/** The words of a cell's name, each looked up once. */
function useCellWords(): (position: PositionView | undefined) => string {
  const { t } = useTranslation();
  const values = new Map(POSITION_VALUES.map((value) => [value, t(`positions.values.${value}`)]));
  const [missing, stale, told] = [t("positions.missing"), t("positions.stale"), t("positions.told")];
  return (position) =>
    position
      ? `${values.get(position.value)}${position.stale ? `, ${stale}` : ""}${position.told ? `, ${told}` : ""}`
      : missing;
}
