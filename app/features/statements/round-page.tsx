import "../../styles/statements.css";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ComingMeeting } from "../../../server/queries/meetings-page.server";
import type { OwnLine, RoundPage as RoundPageData } from "../../../server/queries/round-page.server";
import { useFreshPage } from "../../collab/use-document-news";
import { inLanguage } from "../../domain/languages";
import type { Problem } from "../../messages/problem";
import { paths } from "../../paths";
import { LinkButton } from "../../ui/button";
import { formatDate, formatDateTime, formatList } from "../../ui/format";
import { Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { OneClick } from "../agenda/one-click";
import { DraftPage } from "../drafts/draft-page";
import { FrozenText } from "../texts/frozen-text";
import { RoundChanges } from "./round-changes";
import { CloseRound, type RoundAnswer } from "./round-close";
import { RoundMatrix } from "./round-matrix";
import { ExampleBadge, StatusBadge } from "./status-badge";

export interface RoundPageProps extends RoundPageData {
  said: "opened" | "done" | null;
  /** Whose agenda the viewer writes; null for who writes none. */
  meetings: ComingMeeting[] | null;
  answer: RoundAnswer | undefined;
}

/** Words of a problem that belongs to one place of the page. */
export const wordsAt = (answer: RoundAnswer | undefined, at: string): Problem | null =>
  answer?.at === at ? answer.problem : null;

/** One round: what is asked, who answered what, the summary, and the answers to proposed changes. */
export function RoundPage(props: RoundPageProps) {
  const { frame, round, own, said, answer } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  useFreshPage(frame.documentId, ["statements"]);
  const time = (iso: string) => formatDateTime(iso, language);
  return (
    <DraftPage
      frame={frame}
      title={round.title}
      lead={t("statements.round.due", { date: formatDate(round.dueOn, language) })}
      actions={
        <>
          <LinkButton to={paths.roundPrint(round.slug)}>{t("statements.round.print")}</LinkButton>
          <LinkButton to={paths.roundCsv(round.slug)} reloadDocument>
            {t("statements.round.csv")}
          </LinkButton>
        </>
      }
    >
      {said && !answer && (
        <div role="status">
          <Notice kind="ok">
            {t(said === "opened" ? "statements.round.justOpened" : "statements.round.done")}
          </Notice>
        </div>
      )}
      {answer && answer.at === "" && <Notice kind="error">{t(answer.problem.error)}</Notice>}
      {round.closedAt && <Notice>{t("statements.round.closedAt", { time: time(round.closedAt) })}</Notice>}
      {own.map((line) => (
        <Own key={line.slug} roundSlug={round.slug} line={line} isClosed={round.closedAt !== null} />
      ))}
      <p>
        {t("statements.round.pinned", { number: round.version.number, label: round.version.label })}.{" "}
        <Link to={paths.version(frame.slug, round.version.number)}>{t("statements.round.showVersion")}</Link>
      </p>
      <p className="muted">
        {t("statements.round.opened", { name: round.openedBy, time: time(round.openedAt) })}
      </p>
      {round.background && (
        <section className="draft-section" aria-labelledby="round-background">
          <h3 id="round-background">{t("statements.round.background")}</h3>
          <p className="statement-words">{round.background}</p>
        </section>
      )}
      {props.text && (
        <details className="card round-text">
          <summary>{t("texts.versions.statementOn")}</summary>
          <FrozenText text={props.text} headingUnder={3} />
        </details>
      )}
      <Questions {...props} />
      <RoundMatrix {...props} />
      {!props.text && <Summary {...props} />}
      {!props.text && <RoundChanges {...props} />}
      {props.mayManage && !round.closedAt && <CloseRound {...props} />}
      {props.meetings && (
        <OneClick tableSlug={frame.table.slug} meetings={props.meetings} what={{ round: round.slug }} />
      )}
    </DraftPage>
  );
}

function Own({ roundSlug, line, isClosed }: { roundSlug: string; line: OwnLine; isClosed: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className="card own-statement" aria-label={t("statements.round.ownTitle", { party: line.name })}>
      <div>
        <h3>
          {t("statements.round.ownTitle", { party: line.name })} <StatusBadge status={line.status} />
        </h3>
        <p>
          {line.status === "given" && line.sentAt
            ? t("statements.round.ownGiven", { time: formatDateTime(line.sentAt, language) })
            : line.mayWrite
              ? t("statements.round.ownOpen", { date: formatDate(line.lastDay, language) })
              : !isClosed && t("statements.round.ownOver")}
        </p>
      </div>
      <LinkButton variant={line.mayWrite ? "primary" : "plain"} to={paths.statement(roundSlug, line.slug)}>
        {t(line.mayWrite ? "statements.round.write" : "statements.round.read")}
      </LinkButton>
    </section>
  );
}

function Questions({ questions, categories, recipients }: RoundPageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (questions.length === 0) return null;
  return (
    <section className="draft-section" aria-labelledby="round-questions">
      <h3 id="round-questions">{t("statements.round.questions")}</h3>
      <ol className="round-questions">
        {questions.map(({ id, text, categoryId, partyId }) => {
          const category = categories.find((one) => one.id === categoryId);
          const party = recipients.find((one) => one.party.id === partyId)?.party.name;
          return (
            <li key={id}>
              <p className="statement-words">{text}</p>
              <p className="muted">
                {[
                  category && inLanguage(category.label, language),
                  party && t("statements.round.askedOf", { party }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** The statements per category: how many, who, and what they propose. */
export function Summary({ summary }: Pick<RoundPageData, "summary">) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className="draft-section" aria-labelledby="round-summary">
      <h3 id="round-summary">{t("statements.round.summary")}</h3>
      {summary.length === 0 ? (
        <p className="muted">{t("statements.round.summaryEmpty")}</p>
      ) : (
        <ul className="round-summary">
          {summary.map(({ category, said, changes }) => (
            <li key={category.id} className="card">
              <h4>{inLanguage(category.label, language)}</h4>
              <p>
                {t("statements.round.summaryCount", { count: said.length })}
                {changes.length > 0 &&
                  ` · ${t("statements.round.summaryChanges", { count: changes.length })}`}
              </p>
              <p className="muted">{t("statements.round.saidBy", { parties: formatList(said, language) })}</p>
              {changes.map(({ party, text, isExample }) => (
                <p key={party} className="statement-words">
                  <strong>{t("statements.round.proposedBy", { party })}</strong>{" "}
                  {isExample && <ExampleBadge />}
                  <br />
                  {text}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
