import "../../styles/notifications.css";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ORGAN_CHARACTERS_MAX, SECTION_CHARACTERS_MAX } from "../../domain/positions/position";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { CheckField, Field, TextArea } from "../../ui/field";
import { formatDate } from "../../ui/format";
import { Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { ClosedLinkPage, type LinkAnswer } from "./link-positions-page";

export interface LinkStatement {
  name: string;
  round: { slug: string; name: string; background: string; draftSlug: string };
  dueOn: string;
  party: { name: string; slug: string };
  /** The party's statement stands. */
  isGiven: boolean;
  /** It was sent from this page just now. */
  isSent: boolean;
}

/** Gives a party's statement without signing in. Nothing is filled in; without text and the ticked word nothing goes. */
export function LinkStatementPage({ page, answer }: { page: LinkStatement; answer: LinkAnswer | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { round, party, dueOn, isGiven, isSent } = page;
  if (answer?.why) return <ClosedLinkPage why={answer.why} />;
  const { problem = null, typed = {} } = answer ?? {};
  const errorOf = (field: string) =>
    problem?.field === field ? t(problem.error, problem.values ?? {}) : undefined;
  const open = (
    <p>
      <LinkButton to={paths.statement(round.slug, party.slug)}>
        {t("notifications.link.openStatement")}
      </LinkButton>
    </p>
  );
  return (
    <Page
      narrow
      title={t(isSent ? "notifications.link.statementReceiptTitle" : "notifications.link.statementTitle")}
      lead={
        <>
          <strong>{round.name}</strong>
          <br />
          {t("notifications.forParty", { party: party.name })}
          <br />
          {t("notifications.link.dueOn", { date: formatDate(dueOn, language) })}
        </>
      }
    >
      {isGiven ? (
        <>
          <Notice kind="ok">
            <p role="status">{t("notifications.link.statementReceipt")}</p>
          </Notice>
          {open}
        </>
      ) : (
        <>
          <p className="muted">{t("notifications.link.who", { name: page.name })}</p>
          {round.background && <p className="pos-message">{round.background}</p>}
          {problem && <Notice kind="error">{t(problem.error, problem.values ?? {})}</Notice>}
          <Form method="post" noValidate>
            <TextArea
              name="whole"
              rows={12}
              label={t("notifications.link.whole")}
              hint={t("notifications.link.wholeHint")}
              defaultValue={typed.whole}
              error={errorOf("whole")}
            />
            <Field
              name="organ"
              label={t("positions.give.organ")}
              defaultValue={typed.organ}
              error={errorOf("organ")}
              maxLength={ORGAN_CHARACTERS_MAX}
            />
            <Field
              name="section"
              label={t("positions.give.section")}
              defaultValue={typed.section}
              error={errorOf("section")}
              maxLength={SECTION_CHARACTERS_MAX}
            />
            <Field
              name="organDate"
              type="date"
              label={t("positions.give.organDate")}
              defaultValue={typed.organDate}
              error={errorOf("organDate")}
            />
            <CheckField name="confirm" label={t("notifications.link.statementConfirm")} />
            <p className="muted">{t("notifications.link.statementOnce")}</p>
            <Button type="submit" variant="primary">
              {t("notifications.link.statementSubmit")}
            </Button>
          </Form>
          {open}
        </>
      )}
    </Page>
  );
}
