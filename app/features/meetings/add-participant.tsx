import { useTranslation } from "react-i18next";
import { inLanguage, type Localized } from "../../domain/languages";
import {
  ATTENDANCE_LISTS,
  PARTICIPANT_NAME_CHARACTERS_MAX,
  PARTICIPANT_ROLES,
} from "../../domain/meetings/meeting";
import type { PersonLine } from "../../protocol/meeting-data";
import { Button } from "../../ui/button";
import { Field, SelectField } from "../../ui/field";
import { useLanguage } from "../../ui/use-language";
import { DeedForm } from "./deed-form";

interface Props {
  people: PersonLine[];
  parties: { id: string; name: Localized }[];
}

/** Somebody who is not on the list: a guest, an expert, or a deputy of one who is. */
export function AddParticipant({ people, parties }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className="card attendance__add" aria-labelledby="add-participant-title">
      <h2 id="add-participant-title">{t("meetings.attendance.add")}</h2>
      <p className="muted">{t("meetings.attendance.addLead")}</p>
      <DeedForm
        name="add-participant"
        fields={{ intent: "add-participant" }}
        label={t("meetings.attendance.add")}
      >
        {({ at, typed }) => (
          <>
            <div className="record-form__pair">
              <Field
                name="name"
                label={t("meetings.attendance.personName")}
                error={at("name")}
                defaultValue={typed("name")}
                maxLength={PARTICIPANT_NAME_CHARACTERS_MAX}
                autoComplete="off"
              />
              <Field
                name="title"
                label={t("meetings.attendance.personTitle")}
                hint={t("meetings.optional")}
                error={at("title")}
                defaultValue={typed("title")}
                maxLength={PARTICIPANT_NAME_CHARACTERS_MAX}
                autoComplete="off"
              />
            </div>
            <div className="record-form__pair">
              <SelectField
                name="party"
                label={t("meetings.attendance.partyOf")}
                error={at("party")}
                defaultValue={typed("party")}
              >
                <option value="">{t("meetings.attendance.noParty")}</option>
                {parties.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {inLanguage(name, language)}
                  </option>
                ))}
              </SelectField>
              <SelectField
                name="list"
                label={t("meetings.attendance.list")}
                error={at("list")}
                defaultValue={typed("list", "other")}
              >
                {ATTENDANCE_LISTS.map((list) => (
                  <option key={list} value={list}>
                    {t(`meetings.attendance.listOf.${list}`)}
                  </option>
                ))}
              </SelectField>
              <SelectField
                name="role"
                label={t("meetings.attendance.role")}
                error={at("role")}
                defaultValue={typed("role", "other")}
              >
                {PARTICIPANT_ROLES.map((role) => (
                  <option key={role} value={role}>
                    {t(`meetings.attendance.roleOf.${role}`)}
                  </option>
                ))}
              </SelectField>
              <SelectField
                name="substitutes"
                label={t("meetings.attendance.substitutes")}
                error={at("substitutes")}
                defaultValue={typed("substitutes")}
              >
                <option value="">{t("meetings.attendance.noSubstitute")}</option>
                {people
                  .filter(({ list, substitutes }) => list === "member" && !substitutes)
                  .map(({ participantId, name }) => (
                    <option key={participantId} value={participantId}>
                      {name}
                    </option>
                  ))}
              </SelectField>
            </div>
            <Button type="submit">{t("meetings.attendance.addSubmit")}</Button>
          </>
        )}
      </DeedForm>
    </section>
  );
}
