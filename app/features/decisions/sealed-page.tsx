import "../../styles/register.css";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DecisionPage } from "../../../server/queries/decision-page.server";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import { LinkButton } from "../../ui/button";
import { formatDateTime, formatList } from "../../ui/format";
import { Badge, Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { SealSection } from "./sealed-seal";

/** A sealed decision in plain words: everything that its seal holds, and what the server finds when it looks again. */
export function SealedPage({ page }: { page: DecisionPage }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { content, draft, findings, corrects, correctedBy, may } = page;
  const isWhole = findings.every(({ ok }) => ok);
  const { meeting } = content;
  return (
    <Page
      title={t("seals.sealed.name", { number: content.number })}
      lead={
        <>
          <Link to={paths.table(page.table.slug)}>{inLanguage(page.table.name, language)}</Link> ·{" "}
          <Link to={paths.decisions(page.table.slug)}>{t("seals.sealed.toRegister")}</Link>
        </>
      }
      actions={
        may.correct && (
          <LinkButton to={paths.newDecision(draft.slug, { corrects: page.id })}>
            {t("seals.sealed.correct")}
          </LinkButton>
        )
      }
    >
      {content.isExample && <Notice>{t("seals.sealed.example")}</Notice>}
      {correctedBy.length > 0 && (
        <Notice kind="warning">
          {t("seals.sealed.correctedBy")}{" "}
          {correctedBy.map(({ id, number }, n) => (
            <span key={id}>
              {n > 0 && ", "}
              <Link to={paths.decision(id)}>{t("seals.sealed.name", { number })}</Link>
            </span>
          ))}
        </Notice>
      )}
      {corrects && (
        <Notice>
          {t("seals.sealed.corrects")}{" "}
          <Link to={paths.decision(corrects.id)}>{t("seals.sealed.name", { number: corrects.number })}</Link>
        </Notice>
      )}
      <div className="sealed-page">
        <div className="stack">
          <section className="card" aria-labelledby="sealed-text">
            <h2 id="sealed-text">{t("seals.sealed.text")}</h2>
            <p className="decision-text sealed-text">{content.text}</p>
            <p>
              <Badge kind={content.outcome === "notReached" ? "change" : "ok"}>
                {t(`decisions.outcome.${content.outcome}`)}
              </Badge>{" "}
              {t("seals.sealed.stated", { time: formatDateTime(content.statedAt, language) })}
            </p>
            <p className="muted">
              {t("seals.sealed.opened", { time: formatDateTime(content.openedAt, language) })}
            </p>
            <p>
              {meeting ? (
                <Link to={paths.meeting(meeting.slug)}>
                  {t("seals.sealed.meeting", { number: meeting.number })}
                  {meeting.item && `, ${t("seals.sealed.item", meeting.item)}`}
                </Link>
              ) : (
                t("seals.sealed.between")
              )}
            </p>
            <h3>{t("seals.sealed.frozen")}</h3>
            <p>
              <Link to={paths.version(draft.slug, content.frozenVersion.number)}>
                {t("seals.sealed.version", {
                  draft: inLanguage(draft.title, language),
                  number: content.frozenVersion.number,
                })}
              </Link>
            </p>
          </section>
          <Positions page={page} />
          <Statements page={page} />
          <Presence page={page} />
        </div>
        <SealSection page={page} isWhole={isWhole} />
      </div>
    </Page>
  );
}

/** The party's name as people call it, or its slug where it is gone. */
function usePartyName({ parties }: DecisionPage) {
  const language = useLanguage();
  return (slug: string) => (parties[slug] ? inLanguage(parties[slug].name, language) : slug);
}

function Positions({ page }: { page: DecisionPage }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = usePartyName(page);
  return (
    <section className="card" aria-labelledby="sealed-positions">
      <h2 id="sealed-positions">{t("seals.sealed.positions")}</h2>
      <ul className="sealed-positions">
        {page.content.positions.map(({ party, value, how, reason, givenAt, isExample }) => (
          <li key={party}>
            <strong>{nameOf(party)}</strong>:{" "}
            {value ? t(`positions.values.${value}`) : t("seals.sealed.noValue")}{" "}
            {isExample && <Badge>{t("decisions.card.example")}</Badge>}
            <span className="muted">
              {" "}
              {t(`seals.sealed.hows.${how}`)}
              {givenAt && ` · ${formatDateTime(givenAt, language)}`}
            </span>
            {reason && <span className="decision-text sealed-reason">{reason}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Statements({ page }: { page: DecisionPage }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = usePartyName(page);
  const { statements } = page.content;
  return (
    <section className="card" aria-labelledby="sealed-statements">
      <h2 id="sealed-statements">{t("seals.sealed.statements")}</h2>
      {statements.length === 0 ? (
        <p className="muted">{t("seals.sealed.noStatements")}</p>
      ) : (
        statements.map(({ party, kind, text, givenAt, isExample }) => (
          <div key={`${party} ${givenAt}`}>
            <p>
              <strong>
                {t(`decisions.kind.${kind}`)}, {nameOf(party)}
              </strong>{" "}
              <span className="muted">{formatDateTime(givenAt, language)}</span>{" "}
              {isExample && <Badge>{t("decisions.card.example")}</Badge>}
            </p>
            <p className="decision-text">{text}</p>
          </div>
        ))
      )}
    </section>
  );
}

function Presence({ page }: { page: DecisionPage }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = usePartyName(page);
  const { presentParties, quorum } = page.content;
  const named = ({ name, party }: DecisionPage["statedBy"]) =>
    [name ?? t("seals.sealed.erased"), party && nameOf(party)].filter(Boolean).join(", ");
  return (
    <section className="card" aria-labelledby="sealed-people">
      {presentParties && (
        <>
          <h2>{t("seals.sealed.present")}</h2>
          <p>
            {presentParties.length > 0
              ? formatList(presentParties.map(nameOf), language)
              : t("seals.sealed.nobody")}
          </p>
          {quorum > 0 && <p className="muted">{t("seals.sealed.quorum", { count: quorum })}</p>}
        </>
      )}
      <h2 id="sealed-people">{t("seals.sealed.people")}</h2>
      <p>
        {t("seals.sealed.statedBy")}: {named(page.statedBy)}
        <br />
        {t("seals.sealed.recordedBy")}: {named(page.recordedBy)}
      </p>
    </section>
  );
}
