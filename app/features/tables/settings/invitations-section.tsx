import { useTranslation } from "react-i18next";
import { ROLES } from "../../../domain/policy";
import { Button } from "../../../ui/button";
import { CheckField, SelectField } from "../../../ui/field";
import { formatDateTime } from "../../../ui/format";
import { Badge } from "../../../ui/page";
import { useLanguage } from "../../../ui/use-language";
import { NewInvitationLink } from "./new-invitation-link";
import { Section } from "./section";
import { SettingsForm } from "./settings-form";
import type { TableSettings } from "./table-settings";

/** Invitations: make one for a party and a role, see what became of each, take one back. */
export function InvitationsSection({
  settings,
  newLink,
}: {
  settings: TableSettings;
  newLink: string | null;
}) {
  const { t } = useTranslation();
  return (
    <Section
      name="invitations"
      lead={t("tables.settings.invitationsLead", { days: settings.invitationDays })}
    >
      {newLink && <NewInvitationLink link={newLink} />}
      <SettingsForm intent="create-invitation">
        {(answer) => (
          <>
            <div className="form-grid">
              <SelectField
                label={t("tables.settings.party")}
                name="party"
                defaultValue={answer.typed("party")}
                error={answer.at("party")}
              >
                <option value="">{t("tables.settings.noParty")}</option>
                {settings.parties.map((party) => (
                  <option key={party.id} value={party.id}>
                    {party.name}
                  </option>
                ))}
              </SelectField>
              <SelectField
                label={t("tables.settings.role")}
                name="role"
                defaultValue={answer.typed("role", "member")}
                error={answer.at("role")}
              >
                {ROLES.map((role) => (
                  <option key={role} value={role}>
                    {t(`tables.roles.${role}`)}
                  </option>
                ))}
              </SelectField>
            </div>
            {answer.at("speaks") && <p className="field__error">{answer.at("speaks")}</p>}
            <CheckField
              label={t("tables.settings.speaks")}
              name="speaks"
              aria-invalid={answer.at("speaks") ? true : undefined}
              defaultChecked={answer.typed("speaks") === "on"}
            />
            <CheckField
              label={t("tables.settings.deputy")}
              name="deputy"
              defaultChecked={answer.typed("deputy") === "on"}
            />
            <Button type="submit" variant="primary">
              {t("tables.settings.createInvitation")}
            </Button>
          </>
        )}
      </SettingsForm>
      {settings.invitations.length === 0 ? (
        <p className="muted settings__none">{t("tables.settings.noInvitations")}</p>
      ) : (
        <ul className="lines settings__list">
          {settings.invitations.map((invitation) => (
            <Invitation key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Invitation({ invitation }: { invitation: TableSettings["invitations"][number] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isOpen = invitation.state === "open";
  const name = [invitation.party ?? t("tables.settings.noParty"), t(`tables.roles.${invitation.role}`)]
    .filter(Boolean)
    .join(", ");
  const expiry = isOpen ? "tables.settings.expires" : "tables.settings.expired";
  return (
    <li className="lines__item">
      <div>
        <p>
          <strong>{name}</strong>{" "}
          <Badge kind={isOpen ? "ok" : undefined}>{t(`tables.settings.states.${invitation.state}`)}</Badge>
        </p>
        <p className="muted">
          {[
            invitation.speaks && t("tables.seat.speaks"),
            invitation.deputy && t("tables.seat.deputy"),
            (isOpen || invitation.state === "expired") &&
              t(expiry, { time: formatDateTime(invitation.expiresAt, language) }),
            invitation.usedBy && t("tables.settings.usedBy", { name: invitation.usedBy }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {isOpen && (
        <SettingsForm intent="revoke-invitation" hidden={{ invitation: invitation.id }}>
          {() => (
            <Button type="submit" aria-label={t("tables.settings.revokeNamed", { name })}>
              {t("tables.settings.revoke")}
            </Button>
          )}
        </SettingsForm>
      )}
    </li>
  );
}
