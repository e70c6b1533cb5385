import "../../styles/positions.css";
import { useTranslation } from "react-i18next";
import type { PositionValue } from "../../domain/positions/position";

/** A shape of its own for each value: never the colour alone. */
export const VALUE_ICONS: Record<PositionValue | "missing", string> = {
  support: "✓",
  accept: "○",
  reservation: "?",
  object: "✕",
  abstain: "◇",
  missing: "–",
};

/** The class of a mark; a stale one has a broken line around it. */
export const markClass = (value: PositionValue | "missing", stale = false) =>
  `pos pos--${value}${stale ? " pos--stale" : ""}`;

interface Props {
  value: PositionValue | "missing";
  stale?: boolean;
}

/** Icon and word of a value, with the words of staleness where it is stale. */
export function ValueMark({ value, stale = false }: Props) {
  const { t } = useTranslation();
  return (
    <span className="pos-words">
      <span className={markClass(value, stale)} aria-hidden="true">
        {VALUE_ICONS[value]}
      </span>{" "}
      {value === "missing" ? t("positions.missing") : t(`positions.values.${value}`)}
      {stale && <span className="pos-words__stale"> · {t("positions.stale")}</span>}
    </span>
  );
}
