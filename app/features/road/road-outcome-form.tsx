import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RoadStepView } from "../../../server/queries/road.server";
import { ROAD_STATES, ROAD_TEXT_CHARACTERS_MAX } from "../../domain/road/road";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { SelectField, TextArea } from "../../ui/field";
import { type FormAnswer, fieldOf } from "../initiatives/form-answer";

/** What came of a step, behind a disclosure that is open when something in it is wrong. */
export function RoadOutcomeForm({
  slug,
  step,
  body,
  answer,
}: {
  slug: string;
  step: RoadStepView;
  body: string;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation();
  const isBusy = useNavigation().state === "submitting";
  const { error, typed } = fieldOf(answer, "record-outcome", t);
  return (
    <details className="way__form" open={typed("state") !== undefined}>
      <summary aria-label={t("road.result.openNamed", { body })}>{t("road.result.open")}</summary>
      <Form method="post" action={paths.road(slug)} noValidate preventScrollReset>
        <input type="hidden" name="step" value={step.id} />
        <SelectField
          name="state"
          label={t("road.result.state")}
          error={error("state")}
          defaultValue={typed("state") ?? "done"}
        >
          {ROAD_STATES.map((state) => (
            <option key={state} value={state}>
              {t(`road.mark.${state}`)}
            </option>
          ))}
        </SelectField>
        <TextArea
          name="text"
          label={t("road.result.text")}
          error={error("text")}
          defaultValue={typed("text") ?? step.outcome?.fi ?? ""}
          maxLength={ROAD_TEXT_CHARACTERS_MAX}
          rows={2}
        />
        <Button type="submit" name="intent" value="record-outcome" disabled={isBusy}>
          {t("road.result.submit")}
        </Button>
      </Form>
    </details>
  );
}
