import { useTranslation } from "react-i18next";
import { QUORUM_RULES, RECORD_KINDS } from "../../../domain/meetings/meeting";
import { Button } from "../../../ui/button";
import { SelectField } from "../../../ui/field";
import { Section } from "./section";
import { SettingsForm } from "./settings-form";
import type { TableSettings } from "./table-settings";

const CHOICES = {
  recordKind: RECORD_KINDS,
  quorum: QUORUM_RULES,
  reveal: ["afterOwn", "atOnce"],
  silence: ["waits", "consents"],
} as const;
const NAMES = ["recordKind", "quorum", "reveal", "silence"] as const;

/** How the table keeps its record and decides: for meetings and proposed decisions that come after. */
export function MeetingRulesSection(rules: TableSettings["meetingRules"]) {
  const { t } = useTranslation();
  return (
    <Section name="meetings" lead={t("agenda.tableRules.lead")}>
      <SettingsForm intent="change-meeting-rules">
        {(answer) => (
          <>
            {NAMES.map((name) => (
              <SelectField
                key={name}
                name={name}
                label={t(`agenda.tableRules.${name}`)}
                defaultValue={answer.typed(name, rules[name])}
                error={answer.at(name)}
              >
                {CHOICES[name].map((choice) => (
                  <option key={choice} value={choice}>
                    {t(`agenda.tableRules.${choice}`)}
                  </option>
                ))}
              </SelectField>
            ))}
            <Button type="submit" variant="primary">
              {t("agenda.tableRules.save")}
            </Button>
          </>
        )}
      </SettingsForm>
    </Section>
  );
}
