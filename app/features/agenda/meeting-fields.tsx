import { useTranslation } from "react-i18next";
import {
  MESSAGE_CHARACTERS_MAX,
  PLACE_CHARACTERS_MAX,
  REMOTE_LINK_CHARACTERS_MAX,
} from "../../domain/meetings/meeting";
import { CheckField, Field, TextArea } from "../../ui/field";

export interface MeetingValues {
  number: string;
  year: string;
  date: string;
  starts: string;
  ends: string;
  place: string;
  remoteLink: string;
  isInPerson: boolean;
  message: string;
}
interface Props {
  given: MeetingValues;
  error: (field: string) => string | undefined;
  typed: (field: string) => string | undefined;
}

/** A meeting's facts, as the form that makes one and the form that changes one have them. */
export function MeetingFields({ given, error, typed }: Props) {
  const { t } = useTranslation();
  const field = (name: Exclude<keyof MeetingValues, "isInPerson" | "message">) => ({
    ...{ name, label: t(`agenda.form.${name}`), error: error(name) },
    ...{ defaultValue: typed(name) ?? given[name], autoComplete: "off" },
  });
  // An unticked box sends nothing: of a form that was sent, only what it sent counts.
  const isInPerson = typed("number") === undefined ? given.isInPerson : typed("isInPerson") === "on";
  return (
    <>
      <div className="meeting-fields">
        <Field {...field("number")} inputMode="numeric" maxLength={4} />
        <Field {...field("year")} inputMode="numeric" maxLength={4} />
        <Field {...field("date")} type="date" />
        <Field {...field("starts")} type="time" />
        <Field {...field("ends")} type="time" hint={t("agenda.form.endsHint")} />
      </div>
      <Field {...field("place")} maxLength={PLACE_CHARACTERS_MAX} />
      <CheckField label={t("agenda.form.isInPerson")} name="isInPerson" defaultChecked={isInPerson} />
      <Field
        {...field("remoteLink")}
        type="url"
        hint={t("agenda.form.remoteLinkHint")}
        maxLength={REMOTE_LINK_CHARACTERS_MAX}
      />
      <TextArea
        name="message"
        label={t("agenda.form.message")}
        hint={t("agenda.form.messageHint")}
        error={error("message")}
        defaultValue={typed("message") ?? given.message}
        maxLength={MESSAGE_CHARACTERS_MAX}
        rows={4}
      />
    </>
  );
}
