import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Role } from "../../domain/policy";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { formatDateTime } from "../../ui/format";
import { Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { AccountFields } from "./account-fields";
import { useAnswer } from "./use-answer";

/** What an open invitation offers. */
export interface InvitedSeat {
  table: string;
  party: string | null;
  role: Role;
  speaks: boolean;
  deputy: boolean;
  expiresAt: string;
}

/** An open invitation. Looking uses nothing: the button does. */
export function OpenInvitation({
  token,
  seat,
  viewerName,
}: {
  token: string;
  seat: InvitedSeat;
  viewerName: string | null;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const answer = useAnswer();
  return (
    <Page narrow title={t("session.invitation.title")} lead={t("session.invitation.lead")}>
      <dl className="card facts">
        <dt>{t("session.invitation.table")}</dt>
        <dd>{seat.table}</dd>
        <dt>{t("session.invitation.party")}</dt>
        <dd>{seat.party ?? t("session.invitation.noParty")}</dd>
        <dt>{t("session.invitation.role")}</dt>
        <dd>
          {[
            t(`tables.roles.${seat.role}`),
            seat.deputy && t("tables.seat.deputy"),
            seat.speaks && t("tables.seat.speaks"),
          ]
            .filter(Boolean)
            .join(", ")}
        </dd>
      </dl>
      <p className="muted facts__after">
        {t("session.invitation.expires", { time: formatDateTime(seat.expiresAt, language) })}
      </p>
      {answer.general && <Notice kind="error">{answer.general}</Notice>}
      <Form method="post" className="card session-form" reloadDocument>
        {viewerName ? (
          <>
            <p className="session-form__text">{t("session.invitation.signedInAs", { name: viewerName })}</p>
            <Button type="submit" variant="primary">
              {t("session.invitation.sitDown")}
            </Button>
          </>
        ) : (
          <>
            <AccountFields answer={answer} />
            <div className="row">
              <Button type="submit" variant="primary">
                {t("session.invitation.createAndSit")}
              </Button>
              <LinkButton variant="quiet" to={paths.signIn(paths.invitation(token))} reloadDocument>
                {t("session.invitation.haveAccount")}
              </LinkButton>
            </div>
          </>
        )}
      </Form>
    </Page>
  );
}

/** An invitation that cannot be used any more: why, and what to do. */
export function ClosedInvitation({
  state,
  signedIn,
}: {
  state: "used" | "expired" | "revoked";
  signedIn: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Page
      narrow
      title={t(`session.invitation.closed.${state}.title`)}
      lead={t(`session.invitation.closed.${state}.text`)}
    >
      <div className="page__actions">
        {signedIn ? (
          <LinkButton variant="primary" to={paths.home()}>
            {t("pages.toHome")}
          </LinkButton>
        ) : (
          <LinkButton variant="primary" to={paths.signIn()}>
            {t("session.menu.signIn")}
          </LinkButton>
        )}
      </div>
    </Page>
  );
}
