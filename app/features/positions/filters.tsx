import { Form, Link, useNavigate } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FINDER_GROUPS, type PartyColumn } from "../../protocol/positions-data";
import { Button } from "../../ui/button";
import { isNarrowed, type PositionsView, positionsQuery, WHOLE_VIEW } from "./positions-view";

interface Props {
  parties: PartyColumn[];
  view: PositionsView;
  /** Categories that pass. */
  shown: number;
}

/** Party, group and staleness, in the address. Without JavaScript a button sends them. */
export function Filters({ parties, view, shown }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const show = (next: Partial<PositionsView>) =>
    navigate(positionsQuery({ ...view, ...next }), { preventScrollReset: true, replace: true });
  return (
    <Form method="get" className="pos-filters" aria-label={t("positions.filter.title")} preventScrollReset>
      <label>
        {t("positions.filter.party")}
        <select
          className="input"
          name="party"
          value={view.party ?? ""}
          onChange={(event) => show({ party: event.target.value || null })}
        >
          <option value="">{t("positions.filter.allParties")}</option>
          {parties.map(({ slug, shortName }) => (
            <option key={slug} value={slug}>
              {shortName}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("positions.filter.group")}
        <select
          className="input"
          name="group"
          value={view.group ?? ""}
          onChange={(event) => show({ group: FINDER_GROUPS.find((g) => g === event.target.value) ?? null })}
        >
          <option value="">{t("positions.filter.allGroups")}</option>
          {FINDER_GROUPS.map((group) => (
            <option key={group} value={group}>
              {t(`positions.finder.${group}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input
          type="checkbox"
          name="stale"
          value="1"
          checked={view.staleOnly}
          onChange={(event) => show({ staleOnly: event.target.checked })}
        />
        <span>{t("positions.filter.stale")}</span>
      </label>
      <noscript>
        <Button type="submit">{t("positions.filter.show")}</Button>
      </noscript>
      {isNarrowed(view) && (
        <Link className="button button--quiet" to={positionsQuery(WHOLE_VIEW)} preventScrollReset>
          {t("positions.filter.clear")}
        </Link>
      )}
      <p className="pos-filters__shown" role="status">
        {isNarrowed(view) && t("positions.filter.shown", { count: shown })}
      </p>
    </Form>
  );
}
