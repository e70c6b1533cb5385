import { useId } from "react";
import { useTranslation } from "react-i18next";
import { SIDES, type Sides } from "../../domain/split/split";

interface Props {
  value: Sides;
  disabled?: boolean;
  onChange: (sides: Sides) => void;
}

/** Kunta / Molemmat / Hyvinvointialue as one native radio group. */
export function SideControl({ value, disabled = false, onChange }: Props) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className="side-control">
      <legend className="visually-hidden">{t("board.panel.side")}</legend>
      {SIDES.map((side) => (
        <label key={side} className={`is-${side}`}>
          <input
            type="radio"
            name={name}
            value={side}
            checked={side === value}
            disabled={disabled}
            onChange={() => onChange(side)}
          />
          {t(`board.side.${side}`)}
        </label>
      ))}
    </fieldset>
  );
}
