import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { POSITION_VALUES, type PositionValue, REASON_CHARACTERS_MAX } from "../../domain/positions/position";
import type { Problem } from "../../messages/problem";
import { markClass, VALUE_ICONS } from "./value-mark";

/** The problem, when it is of a field of the choice. */
export function atChoice<P extends Problem>(problem: P | null): P | null {
  return problem?.field === "value" || problem?.field === "reason" ? problem : null;
}

interface Props {
  legend: ReactNode;
  /** Names of the two fields. */
  valueName: string;
  reasonName: string;
  /** What stands chosen and written at first; nothing unless the person or a colleague left it there. */
  value?: PositionValue | null | undefined;
  reason?: string | undefined;
  problem?: Problem | null | undefined;
  /** The same, already in words. */
  words?: { value: string | undefined; reason: string | undefined };
}

/**
 * The five values as native radio buttons, each with its meaning, and a reason that appears after choosing (by style alone,
 * so that it works without a script).
 */
export function PositionChoice({
  legend,
  valueName,
  reasonName,
  value,
  reason,
  problem,
  words: given,
}: Props) {
  const { t } = useTranslation();
  const id = useId();
  const words = problem ? t(problem.error, problem.values ?? {}) : (given?.value ?? given?.reason ?? null);
  const atReason = problem ? problem.field === "reason" : !given?.value && Boolean(given?.reason);
  return (
    <div className={reason ? "position-choice position-choice--open" : "position-choice"}>
      <fieldset aria-describedby={words && !atReason ? `${id}-problem` : undefined}>
        <legend>{legend}</legend>
        {POSITION_VALUES.map((one) => (
          <label key={one} className={`position-choice__value position-choice__value--${one}`}>
            <input type="radio" name={valueName} value={one} defaultChecked={one === value} />
            <span className={markClass(one)} aria-hidden="true">
              {VALUE_ICONS[one]}
            </span>
            <span>
              <strong>{t(`positions.values.${one}`)}</strong>{" "}
              <span className="position-choice__meaning">{t(`positions.meanings.${one}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {words && !atReason && (
        <p className="field__error" id={`${id}-problem`} role="alert">
          {words}
        </p>
      )}
      <div className="position-choice__reason">
        <label htmlFor={id}>{t("positions.give.reason")}</label>
        <p className="field__hint position-choice__needed" id={`${id}-needed`}>
          {t("positions.give.reasonNeeded")}
        </p>
        <p className="field__hint position-choice__free" id={`${id}-free`}>
          {t("positions.give.reasonFree")}
        </p>
        <textarea
          id={id}
          className="input"
          name={reasonName}
          rows={2}
          defaultValue={reason}
          maxLength={REASON_CHARACTERS_MAX}
          aria-invalid={atReason || undefined}
          aria-describedby={`${id}-needed ${id}-free${atReason ? ` ${id}-problem` : ""}`}
        />
        {words && atReason && (
          <p className="field__error" id={`${id}-problem`} role="alert">
            {words}
          </p>
        )}
      </div>
    </div>
  );
}
