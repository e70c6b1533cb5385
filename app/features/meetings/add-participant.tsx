import { useTranslation } from "react-i18next";
import {
  ATTENDANCE_LISTS,
  PARTICIPANT_NAME_CHARACTERS_MAX,
  PARTICIPANT_ROLES,
} from "../../domain/meetings/meeting";
import type { PersonLine } from "../../protocol/meeting-data";
import { Button } from "../../ui/button";
import { Field, SelectField } from "../../ui/field";
import { DeedForm } from "./deed-form";

export interface Named {
  id: string;
  name: string;
}

interface Props {
  people: PersonLine[];
  parties: Named[];
  persons: Named[];
}

/** Somebody who is not on the list: a guest, an expert, or a deputy of one who is. */
export function AddParticipant({ people, parties, persons }: Props) {
  const { t } = useTranslation();
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
            {persons.length > 0 && (
              <SelectField
                name="person"
                label={t("meetings.attendance.person")}
                hint={t("meetings.attendance.personHint")}
                error={at("person")}
                defaultValue={typed("person")}
              >
                <option value="">{t("meetings.attendance.noPerson")}</option>
                {persons.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </SelectField>
            )}
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
                    {name}
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
