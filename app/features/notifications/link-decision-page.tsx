import "../../styles/notifications.css";
import "../../styles/positions-give.css";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SHORT_HASH_CHARACTERS } from "../../domain/decisions/decision";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import type { DecisionCardData } from "../../protocol/decision-data";
import { Button, LinkButton } from "../../ui/button";
import { formatDateTime } from "../../ui/format";
import { Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { PositionChoice } from "../positions/position-choice";
import { ClosedLinkPage, type LinkAnswer } from "./link-positions-page";

interface LinkDecision {
  name: string;
  partyId: string;
  card: DecisionCardData;
  formKey: string;
  given: boolean;
  undone: boolean;
}

/** Gives a party's position on a proposed decision without signing in. Nothing is chosen beforehand. */
export function LinkDecisionPage({ page, answer }: { page: LinkDecision; answer: LinkAnswer | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { card, partyId, formKey } = page;
  if (answer?.why) return <ClosedLinkPage why={answer.why} />;
  const { problem = null, typed = {} } = answer ?? {};
  const party = card.answers.find((one) => one.party.id === partyId)?.party;
  const isReceipt = page.given && !answer;
  const open = (
    <p>
      <LinkButton to={paths.proposedDecision(card.id)}>{t("decisions.card.open")}</LinkButton>
    </p>
  );
  return (
    <Page
      narrow
      title={t(isReceipt ? "notifications.link.decisionReceiptTitle" : "notifications.link.decisionTitle")}
      lead={
        <>
          <strong>{inLanguage(card.draft.title, language)}</strong>
          <br />
          {party && t("notifications.forParty", { party: inLanguage(party.name, language) })}
        </>
      }
    >
      <p className="decision-text">{card.text}</p>
      <p className="muted">
        {t("decisions.card.bound", {
          number: card.version.number,
          hash: card.version.sha256.slice(0, SHORT_HASH_CHARACTERS),
        })}
      </p>
      {card.dueAt && <p>{t("decisions.card.due", { time: formatDateTime(card.dueAt, language) })}</p>}
      {page.undone && !answer && <Notice kind="ok">{t("notifications.link.decisionUndone")}</Notice>}
      {isReceipt ? (
        <>
          <Notice kind="ok">
            <p role="status">{t("notifications.link.decisionReceipt")}</p>
          </Notice>
          <Form method="post">
            <input type="hidden" name="key" value={formKey} />
            <Button type="submit" name="intent" value="undo">
              {t("notifications.link.undo")}
            </Button>
          </Form>
          {open}
        </>
      ) : (
        <>
          <p className="muted">{t("notifications.link.who", { name: page.name })}</p>
          {problem && !problem.field && (
            <Notice kind="error">{t(problem.error, problem.values ?? {})}</Notice>
          )}
          <Form method="post" noValidate>
            <input type="hidden" name="key" value={formKey} />
            <PositionChoice
              legend={t("decisions.answer.legend")}
              valueName="value"
              reasonName="reason"
              reason={typed.reason}
              problem={problem?.field ? problem : null}
            />
            <Button type="submit" variant="primary">
              {t("decisions.answer.submit")}
            </Button>
          </Form>
          {open}
        </>
      )}
    </Page>
  );
}
