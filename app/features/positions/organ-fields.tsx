import { useTranslation } from "react-i18next";
import { ORGAN_CHARACTERS_MAX, SECTION_CHARACTERS_MAX } from "../../domain/positions/position";
import type { Problem } from "../../messages/problem";
import { Field } from "../../ui/field";

interface Props {
  problem?: Problem | null | undefined;
  typed?: Record<string, string> | undefined;
}

/** Organ, section and date, when the party's own organ has confirmed the position (rule P5); left empty it is preliminary. */
export function OrganFields({ problem, typed }: Props) {
  const { t } = useTranslation();
  const errorOf = (field: string) =>
    problem?.field === field ? t(problem.error, problem.values ?? {}) : undefined;
  const isOpen = Boolean(typed?.organ || typed?.section || typed?.organDate);
  return (
    <details className="organ" open={isOpen}>
      <summary>{t("positions.give.confirmed")}</summary>
      <p className="field__hint">{t("positions.give.confirmedHint")}</p>
      <div className="organ__fields">
        <Field
          name="organ"
          label={t("positions.give.organ")}
          error={errorOf("organ")}
          defaultValue={typed?.organ}
          maxLength={ORGAN_CHARACTERS_MAX}
          autoComplete="off"
        />
        <Field
          name="section"
          label={t("positions.give.section")}
          error={errorOf("section")}
          defaultValue={typed?.section}
          maxLength={SECTION_CHARACTERS_MAX}
          autoComplete="off"
        />
        <Field
          name="organDate"
          type="date"
          label={t("positions.give.organDate")}
          error={errorOf("organDate")}
          defaultValue={typed?.organDate}
        />
      </div>
    </details>
  );
}
