import { useTranslation } from "react-i18next";
import { inLanguage } from "../../domain/languages";
import type { MeetingData, PersonLine } from "../../protocol/meeting-data";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { useLanguage } from "../../ui/use-language";
import { DeedButton, DeedForm } from "./deed-form";
import { intervalsInWords, itemName, personTitle } from "./meeting-words";

/** One participant: times, state, and for the recorder what corrects them. */
export function PersonRow({ person, data }: { person: PersonLine; data: MeetingData }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, party, intervals, isPresent, isRecused, substitutes } = person;
  const mark = isPresent ? "present" : intervals.length > 0 ? "left" : "absent";
  return (
    <tr>
      <th scope="row">
        {name}
        {personTitle(t, person) && <span className="meeting-person__who">{personTitle(t, person)}</span>}
        {substitutes && (
          <span className="meeting-person__who">
            {t("meetings.people.substitutes", { name: substitutes })}
          </span>
        )}
      </th>
      <td data-label={t("meetings.attendance.party")}>{party ? inLanguage(party.name, language) : "–"}</td>
      <td data-label={t("meetings.attendance.times")}>{intervalsInWords(intervals, language) || "–"}</td>
      <td data-label={t("meetings.attendance.state")}>
        {t(`meetings.people.mark.${mark}`)}
        {isRecused && <span className="meeting-person__note">{t("meetings.people.recused")}</span>}
      </td>
      {data.may.record && (
        <td>
          <RecordAttendance person={person} data={data} />
        </td>
      )}
    </tr>
  );
}

function RecordAttendance({ person, data }: { person: PersonLine; data: MeetingData }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { participantId: participant, name, isPresent, isRecused } = person;
  const current = data.items.find(({ id }) => id === data.meeting.currentItemId);
  const label = t("meetings.attendance.recordOf", { name });
  return (
    <details className="attendance__record">
      <summary aria-label={label}>{t("meetings.attendance.record")}</summary>
      <DeedForm
        name={`attendance ${participant}`}
        fields={{ intent: "record-attendance", participant }}
        label={label}
      >
        {({ at, typed }) => (
          <>
            <fieldset className="attendance__what">
              <legend>{t("meetings.attendance.what")}</legend>
              {(["arrived", "left"] as const).map((what) => (
                <label key={what} className="check">
                  <input
                    type="radio"
                    name="what"
                    value={what}
                    defaultChecked={typed("what", isPresent ? "left" : "arrived") === what}
                  />
                  <span>{t(`meetings.attendance.${what}`)}</span>
                </label>
              ))}
            </fieldset>
            <Field
              name="time"
              type="time"
              label={t("meetings.attendance.time")}
              hint={t("meetings.attendance.timeHint")}
              error={at("time")}
              defaultValue={typed("time")}
            />
            <Button type="submit">{t("meetings.attendance.recordSubmit")}</Button>
          </>
        )}
      </DeedForm>
      {current && data.meeting.state === "open" && (
        <div className="attendance__recusal">
          <p className="muted">{t("meetings.attendance.whichItem", { item: itemName(current, language) })}</p>
          {isRecused ? (
            <DeedButton
              fields={{ intent: "end-recusal", participant, item: current.id }}
              label={t("meetings.attendance.endRecusalOf", { name })}
            >
              {t("meetings.attendance.endRecusal")}
            </DeedButton>
          ) : (
            <DeedButton
              fields={{ intent: "recuse", participant, item: current.id }}
              label={t("meetings.attendance.recuseOf", { item: current.number, name })}
            >
              {t("meetings.attendance.recuse")}
            </DeedButton>
          )}
        </div>
      )}
    </details>
  );
}
