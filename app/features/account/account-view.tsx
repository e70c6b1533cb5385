import "../../styles/account.css";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { accountPage } from "../../../server/queries/account-page.server";
import { LANGUAGES } from "../../domain/languages";
import { EMAIL_CHARACTERS_MAX, PERSON_NAME_CHARACTERS_MAX } from "../../domain/people";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { Field, SelectField } from "../../ui/field";
import { formatDateTime } from "../../ui/format";
import { Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { AccountForm } from "./account-form";
import { CurrentPasswordField, NewPasswordField } from "./password-field";

type Account = Awaited<ReturnType<typeof accountPage>>;
const SAVED = ["details", "password", "email", "confirmed"] as const;
type Saved = (typeof SAVED)[number];

/** What `?saved=` names, or null. */
export function asSaved(name: string | null): Saved | null {
  return SAVED.find((saved) => saved === name) ?? null;
}

interface Props {
  account: Account;
  /** The part that was just saved. */
  saved: Saved | null;
}

/** One's own account. */
export function AccountView({ account, saved }: Props) {
  const { t } = useTranslation();
  const said = (...parts: Saved[]) => {
    const part = parts.find((name) => name === saved);
    return part ? t(`account.saved.${part}`) : null;
  };
  return (
    <Page narrow title={t("account.title")} lead={t("account.lead")}>
      <div className="account-parts">
        {account.isDemoSeat ? (
          <Notice>{t("account.demo")}</Notice>
        ) : (
          <>
            <DetailsForm account={account} saved={said("details")} />
            {account.hasPassword ? (
              <>
                <PasswordForm saved={said("password")} />
                <EmailForm account={account} saved={said("email", "confirmed")} />
              </>
            ) : (
              <Notice>
                {t("account.noPassword")}{" "}
                <Link to={paths.forgottenPassword()}>{t("account.forgotten.send")}</Link>
              </Notice>
            )}
          </>
        )}
        <section className="card account-part" aria-labelledby="account-others">
          <h2 id="account-others">{t("account.others.title")}</h2>
          <ul className="account-links">
            <li>
              <Link to={paths.sessions()}>{t("account.others.sessions")}</Link>
            </li>
            <li>
              <Link to={paths.notifications()}>{t("account.others.notifications")}</Link>
            </li>
            {account.maySeeBounces && (
              <li>
                <Link to={paths.bounces()}>{t("account.others.bounces")}</Link>
              </li>
            )}
          </ul>
        </section>
      </div>
    </Page>
  );
}

function DetailsForm({ account, saved }: { account: Account; saved: string | null }) {
  const { t } = useTranslation();
  return (
    <AccountForm intent="change-details" title={t("account.details.title")} saved={saved}>
      {(answer) => (
        <>
          <Field
            label={t("account.details.name")}
            hint={t("account.details.nameHint")}
            name="name"
            autoComplete="name"
            required
            maxLength={PERSON_NAME_CHARACTERS_MAX}
            defaultValue={answer.typed("name", account.name)}
            error={answer.at("name")}
          />
          <SelectField
            label={t("account.details.language")}
            hint={t("account.details.languageHint")}
            name="language"
            defaultValue={answer.typed("language", account.language)}
          >
            {LANGUAGES.map((language) => (
              <option key={language} value={language} lang={language}>
                {t(`account.languages.${language}`)}
              </option>
            ))}
          </SelectField>
          <Button type="submit" variant="primary">
            {t("account.details.save")}
          </Button>
        </>
      )}
    </AccountForm>
  );
}

function PasswordForm({ saved }: { saved: string | null }) {
  const { t } = useTranslation();
  return (
    <AccountForm
      intent="change-password"
      title={t("account.password.title")}
      lead={t("account.password.lead")}
      saved={saved}
    >
      {(answer) => (
        <>
          <CurrentPasswordField answer={answer} />
          <NewPasswordField answer={answer} />
          <Button type="submit" variant="primary">
            {t("account.password.change")}
          </Button>
        </>
      )}
    </AccountForm>
  );
}

function EmailForm({ account, saved }: { account: Account; saved: string | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { email, pending } = account;
  const lead = (
    <>
      <p>{email ? t("account.email.now", { email }) : t("account.email.none")}</p>
      <p>{t("account.email.lead")}</p>
      {pending && (
        <p>
          <strong>
            {t("account.email.pending", {
              email: pending.email,
              time: formatDateTime(pending.until, language),
            })}
          </strong>
        </p>
      )}
    </>
  );
  return (
    <AccountForm intent="change-email" title={t("account.email.title")} lead={lead} saved={saved}>
      {(answer) => (
        <>
          <Field
            label={t("account.email.new")}
            name="email"
            type="email"
            autoComplete="email"
            required
            maxLength={EMAIL_CHARACTERS_MAX}
            defaultValue={answer.typed("email")}
            error={answer.at("email")}
          />
          <CurrentPasswordField answer={answer} />
          <Button type="submit" variant="primary">
            {t("account.email.send")}
          </Button>
        </>
      )}
    </AccountForm>
  );
}
