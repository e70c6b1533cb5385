import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button";
import { SelectField } from "../../../ui/field";
import { PartyFields } from "./party-fields";
import { Section } from "./section";
import { SettingsForm } from "./settings-form";
import type { TableSettings } from "./table-settings";

/** The parties of the table: rename, remove, bring one of the region, make a new one. */
export function PartiesSection({ parties, otherParties, partyKinds }: TableSettings) {
  const { t } = useTranslation();
  return (
    <Section name="parties">
      {parties.length === 0 && <p className="muted">{t("tables.settings.noParties")}</p>}
      <ul className="lines">
        {parties.map((party) => (
          <li key={party.id} className="lines__item">
            <div>
              <strong>{party.name}</strong>
              <span className="muted">
                {" · "}
                {t(`tables.partyKinds.${party.kind}`)}
                {" · "}
                {t("tables.settings.membersCount", { count: party.members })}
              </span>
            </div>
            <details className="more">
              <summary>
                {t("tables.settings.change")}
                <span className="visually-hidden"> {party.name}</span>
              </summary>
              <SettingsForm intent="change-party" hidden={{ party: party.id }}>
                {(answer) => (
                  <>
                    <div className="form-grid">
                      <PartyFields answer={answer} party={party} />
                    </div>
                    <Button type="submit">{t("common.save")}</Button>
                  </>
                )}
              </SettingsForm>
            </details>
            <SettingsForm intent="remove-party" hidden={{ party: party.id }}>
              {() => (
                <Button
                  type="submit"
                  variant="quiet"
                  aria-label={t("tables.settings.removeNamed", { name: party.name })}
                >
                  {t("tables.settings.remove")}
                </Button>
              )}
            </SettingsForm>
          </li>
        ))}
      </ul>
      {otherParties.length > 0 && (
        <>
          <h3>{t("tables.settings.addParty")}</h3>
          <SettingsForm intent="add-party" className="form-grid">
            {() => (
              <>
                <SelectField label={t("tables.settings.party")} name="party" required defaultValue="">
                  <option value="" disabled>
                    {t("tables.settings.choose")}
                  </option>
                  {otherParties.map((party) => (
                    <option key={party.id} value={party.id}>
                      {party.name}
                    </option>
                  ))}
                </SelectField>
                <div className="field field--action">
                  <Button type="submit">{t("tables.settings.add")}</Button>
                </div>
              </>
            )}
          </SettingsForm>
        </>
      )}
      <details className="more">
        <summary>{t("tables.settings.createParty")}</summary>
        <SettingsForm intent="create-party">
          {(answer) => (
            <>
              <div className="form-grid">
                <PartyFields answer={answer} />
                <SelectField
                  label={t("tables.settings.kind")}
                  name="kind"
                  defaultValue={answer.typed("kind", "municipality")}
                  error={answer.at("kind")}
                >
                  {partyKinds.map((kind) => (
                    <option key={kind} value={kind}>
                      {t(`tables.partyKinds.${kind}`)}
                    </option>
                  ))}
                </SelectField>
              </div>
              <Button type="submit">{t("tables.settings.createAndAdd")}</Button>
            </>
          )}
        </SettingsForm>
      </details>
    </Section>
  );
}
