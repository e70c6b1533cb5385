import "../../styles/notifications.css";
import { Link } from "@remix-run/react";
import type { ParseKeys } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage, type Localized } from "../../domain/languages";
import { paths } from "../../paths";
import { formatDate } from "../../ui/format";
import { Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";

interface Due {
  dueOn: string;
  isLate: boolean;
  isToday: boolean;
}
export interface WaitingData {
  positions: (Due & { slug: string; draft: string; party: string; missing: number })[];
  statements: (Due & { slug: string; round: string; party: string; partySlug: string })[];
  decisions: { id: string; text: string; party: string; due: Due | null }[];
  mentions: { id: string; key: string; values: Record<string, string>; excerpt: string; at: string }[];
  suggestions: { slug: string; draft: string; count: number }[];
}
export interface ChangedData {
  slug: string;
  title: Localized;
  sinceSeq: number;
  changes: number;
}

/** What waits for me, and what changed since I was last there. */
export function WaitingParts({ waiting, changed }: { waiting: WaitingData; changed: ChangedData[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { positions, statements, decisions, mentions, suggestions } = waiting;
  const isNothing = Object.values(waiting).every(({ length }) => length === 0);
  return (
    <div className="home-parts">
      <section className="card" aria-labelledby="waiting">
        <h2 id="waiting">{t("notifications.home.waiting")}</h2>
        {isNothing && <p className="muted">{t("notifications.home.nothing")}</p>}
        <ul className="waiting__list">
          {positions.map((one) => (
            <Item
              key={`${one.slug} ${one.party}`}
              to={paths.givePositions(one.slug)}
              words={t("notifications.home.positions", { draft: one.draft })}
              due={one}
            >
              {t("notifications.forParty", { party: one.party })} ·{" "}
              {t("notifications.home.missing", { count: one.missing })}
            </Item>
          ))}
          {statements.map((one) => (
            <Item
              key={`${one.slug} ${one.partySlug}`}
              to={paths.statement(one.slug, one.partySlug)}
              words={t("notifications.home.statement", { round: one.round })}
              due={one}
            >
              {t("notifications.forParty", { party: one.party })}
            </Item>
          ))}
          {decisions.map(({ id, text, party, due }) => (
            <Item
              key={`${id} ${party}`}
              to={paths.proposedDecision(id)}
              words={t("decisions.waitingPage.line")}
              due={due ?? undefined}
            >
              <q className="waiting__text">{text}</q>
              {t("notifications.forParty", { party })}
            </Item>
          ))}
          {mentions.map(({ id, key, values, excerpt }) => (
            <Item
              key={id}
              to={paths.notification(id)}
              isWhole
              words={String(
                t(key as ParseKeys, {
                  ...values,
                  actor: values.actor === "?" ? t("notifications.someone") : values.actor,
                }),
              )}
            >
              {excerpt}
            </Item>
          ))}
          {suggestions.map(({ slug, draft, count }) => (
            <Item
              key={slug}
              to={paths.suggestions(slug)}
              words={t("notifications.home.suggestions", { draft })}
            >
              {t("notifications.home.suggestionCount", { count })}
            </Item>
          ))}
        </ul>
      </section>
      {changed.length > 0 && (
        <section className="card" aria-labelledby="changed">
          <h2 id="changed">{t("notifications.home.changed")}</h2>
          <ul className="waiting__list">
            {changed.map(({ slug, title, sinceSeq, changes }) => (
              <li key={slug}>
                <Link to={paths.draftSince(slug, sinceSeq)}>
                  {t("notifications.since.line", { count: changes })}
                </Link>
                <p className="muted">{inLanguage(title, language)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Item({
  to,
  words,
  due,
  isWhole = false,
  children,
}: {
  to: string;
  words: string;
  due?: Due | undefined;
  /** Asks for the whole document: the address leads on to another. */
  isWhole?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li>
      <Link to={to} reloadDocument={isWhole}>
        {words}
      </Link>
      <p className="muted">
        {children}
        {due && ` · ${t("notifications.due", { date: formatDate(due.dueOn, language) })}`}{" "}
        {due?.isLate && <Badge kind="change">{t("notifications.home.late")}</Badge>}
        {due?.isToday && <Badge kind="draft">{t("notifications.home.today")}</Badge>}
      </p>
    </li>
  );
}
