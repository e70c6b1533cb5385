import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  ROAD_BODY_CHARACTERS_MAX,
  ROAD_KINDS,
  ROAD_SOURCE_CHARACTERS_MAX,
  ROAD_TEXT_CHARACTERS_MAX,
} from "../../domain/road/road";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { Field, SelectField, TextArea } from "../../ui/field";
import { type FormAnswer, fieldOf } from "../initiatives/form-answer";

/** A step more at the end of the road, behind a disclosure that is open when something in it is wrong. */
export function RoadStepForm({
  slug,
  formKey,
  answer,
}: {
  slug: string;
  formKey: string;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation();
  const isBusy = useNavigation().state === "submitting";
  const { error, typed } = fieldOf(answer, "record-step", t);
  const line = (name: "body" | "source", max: number) => (
    <Field
      name={name}
      label={t(`road.step.${name}`)}
      error={error(name)}
      defaultValue={typed(name)}
      maxLength={max}
      autoComplete="off"
    />
  );
  const time = (name: "starts" | "ends") => (
    <Field
      name={name}
      type="time"
      label={t(`road.step.${name}`)}
      error={error(name)}
      defaultValue={typed(name)}
    />
  );
  return (
    <details className="card way__form way__add" open={typed("kind") !== undefined}>
      <summary>{t("road.step.open")}</summary>
      <Form method="post" action={paths.road(slug)} noValidate>
        <input type="hidden" name="key" value={formKey} />
        <SelectField
          name="kind"
          label={t("road.step.kind")}
          error={error("kind")}
          defaultValue={typed("kind") ?? "handled"}
        >
          {ROAD_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`road.kind.${kind}`)} – {t(`road.kindMeaning.${kind}`)}
            </option>
          ))}
        </SelectField>
        {line("body", ROAD_BODY_CHARACTERS_MAX)}
        <div className="way__when">
          <Field
            name="happensOn"
            type="date"
            label={t("road.step.happensOn")}
            error={error("happensOn")}
            defaultValue={typed("happensOn")}
          />
          {time("starts")}
          {time("ends")}
        </div>
        <TextArea
          name="note"
          label={t("road.step.note")}
          error={error("note")}
          defaultValue={typed("note")}
          maxLength={ROAD_TEXT_CHARACTERS_MAX}
          rows={2}
        />
        {line("source", ROAD_SOURCE_CHARACTERS_MAX)}
        <Button type="submit" variant="primary" name="intent" value="record-step" disabled={isBusy}>
          {t("road.step.submit")}
        </Button>
      </Form>
    </details>
  );
}
