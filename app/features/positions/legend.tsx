import { useTranslation } from "react-i18next";
import { POSITION_VALUES } from "../../domain/positions/position";
import { markClass, VALUE_ICONS } from "./value-mark";

/** What the marks mean. */
export function Legend() {
  const { t } = useTranslation();
  return (
    <ul className="pos-legend" aria-label={t("positions.legend")}>
      {POSITION_VALUES.map((value) => (
        <li key={value}>
          <span className={markClass(value)} aria-hidden="true">
            {VALUE_ICONS[value]}
          </span>{" "}
          {t(`positions.values.${value}`)}
        </li>
      ))}
      <li>
        <span className={markClass("support", true)} aria-hidden="true">
          {VALUE_ICONS.support}
        </span>{" "}
        {t("positions.stale")}
      </li>
      <li>
        <span className={markClass("missing")} aria-hidden="true">
          {VALUE_ICONS.missing}
        </span>{" "}
        {t("positions.missing")}
      </li>
    </ul>
  );
}
