import { Link } from "@remix-run/react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../domain/languages";
import { POSITION_VALUES } from "../../domain/positions/position";
import {
  FINDER_GROUPS,
  type MatrixRow,
  type PartyColumn,
  type PositionView,
} from "../../protocol/positions-data";
import { useLanguage } from "../../ui/use-language";
import { WHOLE } from "./matrix";
import { type PositionsView, positionsQuery } from "./positions-view";
import { markClass, VALUE_ICONS } from "./value-mark";

interface Props {
  parties: PartyColumn[];
  rows: MatrixRow[];
  whole: Record<string, PositionView> | null;
  view: PositionsView;
}

/** The same as the matrix for a narrow screen: a list of categories, each with who stands where. */
export const CategoryList = memo(function CategoryList({ parties, rows, whole, view }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const item = (id: string, label: string, cells: Record<string, PositionView>) => (
    <li key={id} className="pos-list__item">
      <h5>{label}</h5>
      <Standing parties={parties} cells={cells} />
      <Link to={positionsQuery({ ...view, category: id, who: null, form: null })} preventScrollReset>
        {t("positions.matrix.details")}
        <span className="visually-hidden">: {label}</span>
      </Link>
    </li>
  );
  return (
    <div className="pos-list">
      {FINDER_GROUPS.map((group) => {
        const own = rows.filter((row) => row.group === group);
        if (own.length === 0) return null;
        return (
          <section key={group}>
            <h4>
              {t("positions.matrix.group", { group: t(`positions.finder.${group}`), count: own.length })}
            </h4>
            <ul>{own.map((row) => item(row.categoryId, inLanguage(row.label, language), row.cells))}</ul>
          </section>
        );
      })}
      {whole && (
        <section>
          <h4>{t("positions.whole")}</h4>
          <ul>{item(WHOLE, t("positions.whole"), whole)}</ul>
        </section>
      )}
    </div>
  );
});

/** One line a value: its mark, its word, and the parties. */
function Standing({ parties, cells }: { parties: PartyColumn[]; cells: Record<string, PositionView> }) {
  const { t } = useTranslation();
  const silent = parties.filter(({ slug }) => !cells[slug]);
  return (
    <ul className="pos-standing">
      {POSITION_VALUES.map((value) => {
        const those = parties.filter(({ slug }) => cells[slug]?.value === value);
        if (those.length === 0) return null;
        const names = those.map(({ slug, shortName }) =>
          cells[slug]?.stale ? `${shortName} (${t("positions.stale")})` : shortName,
        );
        return (
          <li key={value}>
            <span className={markClass(value)} aria-hidden="true">
              {VALUE_ICONS[value]}
            </span>{" "}
            <span>
              <strong>{t(`positions.values.${value}`)}</strong> {names.join(", ")}
            </span>
          </li>
        );
      })}
      {silent.length > 0 && (
        <li>
          <span className={markClass("missing")} aria-hidden="true">
            {VALUE_ICONS.missing}
          </span>{" "}
          <span>
            <strong>{t("positions.missing")}</strong> {silent.map(({ shortName }) => shortName).join(", ")}
          </span>
        </li>
      )}
    </ul>
  );
}
