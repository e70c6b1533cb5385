import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "../../paths";
import type { PositionsData } from "../../protocol/positions-data";
import { Notice } from "../../ui/page";
import { type PositionsView, positionsQuery } from "./positions-view";

interface Props {
  slug: string;
  data: PositionsData;
  view: PositionsView;
}

/** The finder of a text: where it stands as a whole, and on which version. */
export function WholeStanding({ slug, data, view }: Props) {
  const { t } = useTranslation();
  const { frozen, wholeGroup: group } = data;
  if (!frozen)
    return (
      <Notice>
        {t("texts.versions.notFrozen")} <Link to={paths.versions(slug)}>{t("drafts.versions.title")}</Link>
      </Notice>
    );
  return (
    <section aria-labelledby="whole-title">
      <h3 id="whole-title" className="visually-hidden">
        {t("texts.versions.wholeGroup")}
      </h3>
      <ul className="finder finder--whole">
        <li className={`finder__card finder__card--${group}`}>
          <h4>{t(`positions.finder.${group}`)}</h4>
          <p>
            {t("texts.versions.onVersion", { number: frozen.number })}{" "}
            <Link to={paths.version(slug, frozen.number)}>
              {t("texts.versions.readVersion", { number: frozen.number })}
            </Link>
          </p>
          {group === "ready" && data.abilities.makeProposal && (
            <p className="finder__links">
              <Link to={`${positionsQuery({ ...view, form: "propose" })}#propose`}>
                {t("positions.finder.propose")}
              </Link>
            </p>
          )}
        </li>
      </ul>
    </section>
  );
}
