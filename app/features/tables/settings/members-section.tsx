import { useTranslation } from "react-i18next";
import { ROLES } from "../../../domain/policy";
import { Button } from "../../../ui/button";
import { CheckField, Field, SelectField } from "../../../ui/field";
import { formatDate } from "../../../ui/format";
import { useLanguage } from "../../../ui/use-language";
import { Section } from "./section";
import { SettingsForm } from "./settings-form";
import type { TableSettings } from "./table-settings";

/** The members: role, voice, deputy mark and last day, each in its own fold. */
export function MembersSection({ members }: TableSettings) {
  const { t } = useTranslation();
  return (
    <Section name="members" lead={t("tables.settings.membersLead")}>
      {members.map((member) => (
        <Member key={member.id} member={member} />
      ))}
    </Section>
  );
}

function Member({ member }: { member: TableSettings["members"][number] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const hidden = { membership: member.id };
  return (
    <details className="member">
      <summary aria-label={t("tables.settings.changeNamed", { name: member.name })}>
        <strong>{member.name}</strong>
        <span className="muted">
          {[
            t(`tables.roles.${member.role}`),
            member.party,
            member.speaks && t("tables.seat.speaks"),
            member.deputy && t("tables.seat.deputy"),
            member.lastDay && t("tables.seat.until", { date: formatDate(member.lastDay, language) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </summary>
      <div className="member__form">
        <SettingsForm intent="change-membership" hidden={hidden}>
          {(answer) => (
            <>
              <div className="form-grid">
                <SelectField
                  label={t("tables.settings.role")}
                  name="role"
                  defaultValue={answer.typed("role", member.role)}
                  error={answer.at("role")}
                >
                  {ROLES.map((role) => (
                    <option key={role} value={role}>
                      {t(`tables.roles.${role}`)}
                    </option>
                  ))}
                </SelectField>
                <Field
                  label={t("tables.settings.lastDay")}
                  name="lastDay"
                  type="date"
                  defaultValue={answer.typed("lastDay", member.lastDay ?? "")}
                  error={answer.at("lastDay")}
                />
              </div>
              {answer.at("speaks") && <p className="field__error">{answer.at("speaks")}</p>}
              <CheckField
                label={t("tables.settings.speaks")}
                name="speaks"
                defaultChecked={member.speaks}
                aria-invalid={answer.at("speaks") ? true : undefined}
              />
              <CheckField label={t("tables.settings.deputy")} name="deputy" defaultChecked={member.deputy} />
              <Button type="submit" variant="primary">
                {t("common.save")}
              </Button>
            </>
          )}
        </SettingsForm>
        <SettingsForm intent="end-membership" hidden={hidden} className="member__end">
          {() => (
            <Button type="submit" variant="danger">
              {t("tables.settings.endSeat")}
            </Button>
          )}
        </SettingsForm>
      </div>
    </details>
  );
}
