import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  FINDER_GROUPS,
  type FinderGroup,
  type MatrixRow,
  type PositionsData,
} from "../../protocol/positions-data";
import { formatList } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";
import { type PositionsView, positionsQuery } from "./positions-view";

/** Parties named on a card before "and n more". */
const NAMED_MAX = 4;

interface Props {
  data: PositionsData;
  view: PositionsView;
}

/** The consensus finder: how many categories stand where, what that means, and who it waits for. */
export function FinderCards({ data, view }: Props) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="finder-title">
      <h3 id="finder-title" className="visually-hidden">
        {t("positions.finder.title")}
      </h3>
      <ul className="finder">
        {FINDER_GROUPS.map((group) => {
          const count = data.finder[group].length;
          const isShown = view.group === group;
          return (
            <li key={group} className={`finder__card finder__card--${group}`}>
              <h4>{t(`positions.finder.${group}`)}</h4>
              <p className="finder__count">
                <span aria-hidden="true">{count}</span>
                <span className="visually-hidden">{t("positions.finder.count", { count })}</span>
              </p>
              <p className="finder__meaning">{t(`positions.finder.meaning.${group}`)}</p>
              <Who group={group} data={data} />
              <p className="finder__links">
                {count > 0 && (
                  <Link
                    to={positionsQuery({ ...view, group: isShown ? null : group })}
                    preventScrollReset
                    aria-current={isShown ? "true" : undefined}
                  >
                    {isShown ? t("positions.filter.clear") : t("positions.filter.show")}
                    <span className="visually-hidden">: {t(`positions.finder.${group}`)}</span>
                  </Link>
                )}
                {group === "ready" && count > 0 && data.abilities.makeProposal && (
                  <Link to={`${positionsQuery({ ...view, form: "propose" })}#propose`}>
                    {t("positions.finder.propose")}
                  </Link>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const WORDS = {
  contested: "positions.finder.objectedBy",
  oneReservation: "positions.finder.reservedBy",
  missing: "positions.finder.waiting",
} as const;

/** The parties that a group waits for, or that object in it. */
function Who({ group, data }: { group: FinderGroup; data: PositionsData }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (group === "ready") return null;
  const rows = data.rows.filter((row) => row.group === group);
  const names = data.parties.filter(({ slug }) => rows.some((row) => isWhy(group, row, slug)));
  if (names.length === 0) return null;
  const named = names.slice(0, NAMED_MAX).map(({ shortName }) => shortName);
  const more = names.length - named.length;
  if (more > 0) named.push(t("positions.finder.more", { count: more }));
  return <p className="finder__who">{t(WORDS[group], { parties: formatList(named, language) })}</p>;
}

function isWhy(group: FinderGroup, row: MatrixRow, slug: string): boolean {
  const cell = row.cells[slug];
  if (group === "missing") return !cell || cell.stale;
  if (!cell || cell.stale) return false;
  return cell.value === (group === "contested" ? "object" : "reservation");
}
