import "../../styles/decisions.css";
import { Link } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { SHORT_HASH_CHARACTERS } from "../../domain/decisions/decision";
import { meetingNumber } from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import type { DecisionCardData } from "../../protocol/decision-data";
import { formatDateTime, formatList } from "../../ui/format";
import { Badge, Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { DeedsOf, useDeeds } from "../meetings/deeds";
import { AnswerChips } from "./answer-chips";
import { AnswerForms } from "./answer-forms";
import { LeaderForms } from "./leader-forms";

interface Props {
  card: DecisionCardData;
  /** The level of its heading. */
  level?: 2 | 3;
}

/** What is put to the parties: the text and what it is bound to, who has answered what, and what may be done about it. */
export function DecisionCard({ card, level = 3 }: Props) {
  const { formKey } = useDeeds();
  return (
    <DeedsOf action={paths.proposedDecision(card.id)} route="routes/proposed-decisions.$id" formKey={formKey}>
      <Frame card={card} level={level}>
        {card.state === "open" && (
          <>
            <AnswerForms card={card} />
            <LeaderForms card={card} />
          </>
        )}
      </Frame>
    </DeedsOf>
  );
}

function Frame({ card, level, children }: { card: DecisionCardData; level: 2 | 3; children: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const Heading = `h${level}` as const;
  const given = card.answers.filter(({ hasAnswered }) => hasAnswered).length;
  const count = (value: string) => card.answers.filter((one) => one.value === value).length;
  const [reservations, objections] = [count("reservation"), count("object")];
  const facts = [
    t("decisions.card.bound", {
      number: card.version.number,
      hash: card.version.sha256.slice(0, SHORT_HASH_CHARACTERS),
    }),
    t("decisions.card.progress", { given, all: card.answers.length }),
    reservations > 0 && t("decisions.card.reservations", { count: reservations }),
    objections > 0 && t("decisions.card.objections", { count: objections }),
  ].filter(Boolean);
  const silent = card.answers.filter(({ hasAnswered }) => !hasAnswered).map(({ party }) => party.shortName);
  const isHidden = card.answers.some(({ hasAnswered, value }) => hasAnswered && value === null);
  return (
    <section className={`decision-card decision-card--${card.state}`} aria-labelledby={id}>
      <Heading id={id} className="decision-card__title">
        {t("decisions.card.title")}: <span className="decision-text">{card.text}</span>
      </Heading>
      <p className="muted">
        {facts.join(" · ")} {card.isExample && <Badge>{t("decisions.card.example")}</Badge>}
      </p>
      {card.state === "open" && card.dueAt && (
        <p>
          {t("decisions.card.due", { time: formatDateTime(card.dueAt, language) })}{" "}
          {card.silence === "consents" && t("decisions.card.consents")}
        </p>
      )}
      <States card={card} />
      <AnswerChips card={card} />
      {isHidden && <p className="muted">{t("decisions.card.hiddenHint")}</p>}
      {card.state === "open" && silent.length > 0 && (
        <p>{t("decisions.card.missing", { parties: formatList(silent, language) })}</p>
      )}
      {card.verdict.kind === "noQuorum" && card.state === "open" && (
        <Notice kind="warning">{t("decisions.card.quorum", { ...card.verdict })}</Notice>
      )}
      <Statements card={card} />
      {children}
    </section>
  );
}

function Statements({ card: { statements } }: { card: DecisionCardData }) {
  const { t } = useTranslation();
  if (statements.length === 0) return null;
  return (
    <div className="decision-card__statements">
      <p className="decision-card__label">{t("decisions.card.statements")}</p>
      <ul>
        {statements.map(({ party, kind, text, givenAt, isExample }) => (
          <li key={`${party} ${givenAt} ${kind}`}>
            <strong>
              {t(`decisions.kind.${kind}`)}, {party}
            </strong>{" "}
            {isExample && <Badge>{t("decisions.card.example")}</Badge>}
            <p className="decision-text">{text}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Stated, replaced, withdrawn, and what the reader must know of an open one. */
function States({ card }: { card: DecisionCardData }) {
  const { t } = useTranslation();
  if (card.stated) {
    const { decisionId, outcome, seal } = card.stated;
    return (
      <Notice kind={outcome === "notReached" ? "warning" : "ok"}>
        <strong>
          {t("decisions.card.stated", {
            number: meetingNumber(card.stated),
            outcome: t(`decisions.outcome.${outcome}`),
          })}
        </strong>{" "}
        <span className="decision-card__seal">
          {t("decisions.card.seal", { hash: seal.slice(0, SHORT_HASH_CHARACTERS) })}
        </span>{" "}
        <Link to={paths.decision(decisionId)}>{t("decisions.card.openDecision")}</Link>
      </Notice>
    );
  }
  if (card.state === "withdrawn")
    return <Notice kind="warning">{t("decisions.card.withdrawn", { reason: card.endReason })}</Notice>;
  if (card.state === "replaced")
    return (
      <Notice kind="warning">
        {t("decisions.card.voided")}{" "}
        {card.replacedBy && (
          <Link to={paths.proposedDecision(card.replacedBy)}>{t("decisions.card.voidedLink")}</Link>
        )}
      </Notice>
    );
  return (
    <>
      {card.replaces && <p className="muted">{t("decisions.card.replaces")}</p>}
      {card.hasNewerVersion && (
        <Notice kind="warning">{t("decisions.card.newer", { number: card.version.number })}</Notice>
      )}
    </>
  );
}
