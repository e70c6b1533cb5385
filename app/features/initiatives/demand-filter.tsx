import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DemandView } from "../../../server/queries/initiative-parts.server";
import { DEMAND_ACTORS, DEMAND_STATES } from "../../domain/initiatives/initiative";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { SelectField } from "../../ui/field";
import { useLanguage } from "../../ui/use-language";

/** What of a long list is shown; empty for everything. `area` is the Finnish name. */
export interface DemandChoice {
  area: string;
  state: string;
  actor: string;
}

export function chooseDemands(demands: DemandView[], { area, state, actor }: DemandChoice): DemandView[] {
  return demands.filter(
    (demand) =>
      (!area || demand.area?.fi === area) &&
      (!state || (demand.answer?.state ?? "notBegun") === state) &&
      (!actor || demand.actors.includes(actor)),
  );
}

interface Props {
  slug: string;
  demands: DemandView[];
  choice: DemandChoice;
  shown: number;
}

/** Area, state and actor of a long list. A plain GET form: works without JavaScript, and the address can be sent. */
export function DemandFilter({ slug, demands, choice, shown }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const areas = new Map(demands.flatMap(({ area }) => (area ? [[area.fi, area] as const] : [])));
  const all = <option value="">{t("initiatives.filter.all")}</option>;
  const isChosen = Object.values(choice).some(Boolean);
  return (
    <Form method="get" action={paths.initiative(slug)} className="demand-filter" role="search">
      <SelectField name="area" label={t("initiatives.filter.area")} defaultValue={choice.area}>
        {all}
        {[...areas].map(([fi, area]) => (
          <option key={fi} value={fi}>
            {inLanguage(area, language)}
          </option>
        ))}
      </SelectField>
      <SelectField name="state" label={t("initiatives.filter.state")} defaultValue={choice.state}>
        {all}
        {DEMAND_STATES.map((state) => (
          <option key={state} value={state}>
            {t(`initiatives.state.${state}`)}
          </option>
        ))}
      </SelectField>
      <SelectField name="actor" label={t("initiatives.filter.actor")} defaultValue={choice.actor}>
        {all}
        {DEMAND_ACTORS.map((actor) => (
          <option key={actor} value={actor}>
            {t(`initiatives.actor.${actor}`)}
          </option>
        ))}
      </SelectField>
      <div className="row">
        <Button type="submit">{t("initiatives.filter.submit")}</Button>
        {isChosen && (
          <LinkButton variant="quiet" to={paths.initiative(slug)}>
            {t("initiatives.filter.clear")}
          </LinkButton>
        )}
        <p className="muted" role="status">
          {t("initiatives.demands.shown", { shown, total: demands.length })}
        </p>
      </div>
    </Form>
  );
}
