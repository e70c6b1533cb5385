import { useTranslation } from "react-i18next";
import { inLanguage } from "../../../domain/languages";
import { paths } from "../../../paths";
import { Button, LinkButton } from "../../../ui/button";
import { CheckField } from "../../../ui/field";
import { Page } from "../../../ui/page";
import { useLanguage } from "../../../ui/use-language";
import { TableFields } from "../table-fields";
import { InvitationsSection } from "./invitations-section";
import { MeetingRulesSection } from "./meeting-rules-section";
import { MembersSection } from "./members-section";
import { PartiesSection } from "./parties-section";
import { SECTIONS, Section, sectionTitle } from "./section";
import { SettingsForm } from "./settings-form";
import type { TableSettings } from "./table-settings";

/** A table's settings. `newLink` is an invitation that was just made. */
export function SettingsView({ settings, newLink }: { settings: TableSettings; newLink: string | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Page
      narrow
      title={t("tables.settings.title")}
      lead={inLanguage(settings.name, language)}
      actions={<LinkButton to={paths.table(settings.slug)}>{t("tables.settings.toTable")}</LinkButton>}
    >
      <nav className="settings-nav" aria-label={t("tables.settings.sections")}>
        {SECTIONS.map((section) => (
          <a key={section} href={`#${section}`}>
            {t(sectionTitle(section))}
          </a>
        ))}
      </nav>
      <div className="stack">
        <Section name="basics">
          <SettingsForm intent="change-table">
            {(answer) => (
              <>
                <TableFields answer={answer} name={settings.name} purpose={settings.purpose} />
                <CheckField
                  label={t("tables.settings.observersComment")}
                  name="observersComment"
                  defaultChecked={settings.observersComment}
                />
                <Button type="submit" variant="primary">
                  {t("common.save")}
                </Button>
              </>
            )}
          </SettingsForm>
        </Section>
        <MeetingRulesSection {...settings.meetingRules} />
        <PartiesSection {...settings} />
        <MembersSection {...settings} />
        <InvitationsSection settings={settings} newLink={newLink} />
      </div>
    </Page>
  );
}
