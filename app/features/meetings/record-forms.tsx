import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { OUTCOME_CHARACTERS_MAX, OUTCOME_KINDS, PLACE_CHARACTERS_MAX } from "../../domain/meetings/meeting";
import type { ItemView } from "../../protocol/meeting-data";
import { Button } from "../../ui/button";
import { CheckField, Field, TextArea } from "../../ui/field";
import { DeedForm } from "./deed-form";

/** What the recorder writes of an item: what came of it, who is to do what, and when one meets next. */
export function RecordForms({ item }: { item: ItemView }) {
  return (
    <div className="record-forms">
      <OutcomeForm itemId={item.id} />
      <ActionForm itemId={item.id} />
      <NextMeetingForm itemId={item.id} isOpen={item.kind === "comingMeetings"} />
    </div>
  );
}

interface FoldProps {
  title: string;
  isOpen?: boolean;
  children: ReactNode;
}
function Fold({ title, isOpen = false, children }: FoldProps) {
  return (
    <details className="record-form" open={isOpen}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function OutcomeForm({ itemId }: { itemId: string }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Fold title={t("meetings.outcome.record")}>
      <DeedForm
        name={`outcome ${itemId}`}
        fields={{ intent: "outcome", item: itemId }}
        label={t("meetings.outcome.record")}
      >
        {({ at, typed }) => (
          <>
            <fieldset className="record-form__kinds" aria-describedby={at("outcome") && `${id}-error`}>
              <legend>{t("meetings.outcome.which")}</legend>
              {OUTCOME_KINDS.map((kind) => (
                <label key={kind} className="check">
                  <input
                    type="radio"
                    name="outcome"
                    value={kind}
                    defaultChecked={typed("outcome") === kind}
                    aria-invalid={at("outcome") ? true : undefined}
                  />
                  <span>
                    {t(`meetings.outcome.kind.${kind}`)}
                    <span className="record-form__meaning">{t(`meetings.outcome.meaning.${kind}`)}</span>
                  </span>
                </label>
              ))}
              {at("outcome") && (
                <p className="field__error" id={`${id}-error`}>
                  {at("outcome")}
                </p>
              )}
            </fieldset>
            <div className="record-form__pair">
              <Field
                name="body"
                label={t("meetings.outcome.body")}
                hint={t("meetings.outcome.bodyHint")}
                error={at("body")}
                defaultValue={typed("body")}
                maxLength={PLACE_CHARACTERS_MAX}
              />
              <Field
                name="on"
                type="date"
                label={t("meetings.outcome.on")}
                hint={t("meetings.optional")}
                error={at("on")}
                defaultValue={typed("on")}
              />
            </div>
            <TextArea
              name="text"
              label={t("meetings.outcome.text")}
              hint={t("meetings.optional")}
              error={at("text")}
              defaultValue={typed("text")}
              maxLength={OUTCOME_CHARACTERS_MAX}
              rows={2}
            />
            <Button type="submit">{t("meetings.outcome.submit")}</Button>
          </>
        )}
      </DeedForm>
    </Fold>
  );
}

function ActionForm({ itemId }: { itemId: string }) {
  const { t } = useTranslation();
  return (
    <Fold title={t("meetings.action.record")}>
      <DeedForm
        name={`action ${itemId}`}
        fields={{ intent: "action", item: itemId }}
        label={t("meetings.action.record")}
      >
        {({ at, typed }) => (
          <>
            <TextArea
              name="text"
              label={t("meetings.action.text")}
              error={at("text")}
              defaultValue={typed("text")}
              maxLength={OUTCOME_CHARACTERS_MAX}
              rows={2}
            />
            <div className="record-form__pair">
              <Field
                name="body"
                label={t("meetings.action.body")}
                error={at("body")}
                defaultValue={typed("body")}
                maxLength={PLACE_CHARACTERS_MAX}
              />
              <Field
                name="due"
                type="date"
                label={t("meetings.action.due")}
                hint={t("meetings.optional")}
                error={at("due")}
                defaultValue={typed("due")}
              />
            </div>
            <Button type="submit">{t("meetings.action.submit")}</Button>
          </>
        )}
      </DeedForm>
    </Fold>
  );
}

function NextMeetingForm({ itemId, isOpen }: { itemId: string; isOpen: boolean }) {
  const { t } = useTranslation();
  return (
    <Fold title={t("meetings.next.record")} isOpen={isOpen}>
      <DeedForm
        name={`next ${itemId}`}
        fields={{ intent: "next-meeting", item: itemId }}
        label={t("meetings.next.record")}
      >
        {({ at, typed }) => (
          <>
            <div className="record-form__three">
              <Field
                name="date"
                type="date"
                label={t("meetings.next.date")}
                error={at("date")}
                defaultValue={typed("date")}
              />
              <Field
                name="starts"
                type="time"
                label={t("meetings.next.starts")}
                error={at("starts")}
                defaultValue={typed("starts")}
              />
              <Field
                name="ends"
                type="time"
                label={t("meetings.next.ends")}
                error={at("ends")}
                defaultValue={typed("ends")}
              />
            </div>
            <Field
              name="place"
              label={t("meetings.next.place")}
              hint={t("meetings.optional")}
              error={at("place")}
              defaultValue={typed("place")}
              maxLength={PLACE_CHARACTERS_MAX}
            />
            <CheckField name="isInPerson" label={t("meetings.next.isInPerson")} />
            <Button type="submit">{t("meetings.next.submit")}</Button>
          </>
        )}
      </DeedForm>
    </Fold>
  );
}
