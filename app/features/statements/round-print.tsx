import "../../styles/statements.css";
import { useTranslation } from "react-i18next";
import type { RoundPrint as RoundPrintData } from "../../../server/queries/round-export.server";
import { paths } from "../../paths";
import { LinkButton } from "../../ui/button";
import { formatDate } from "../../ui/format";
import { Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { GivenAnswer, useChangeName } from "./round-changes";
import { Summary } from "./round-page";
import { PartTexts, SentFacts } from "./sent-statement";
import { ExampleBadge, StatusBadge } from "./status-badge";

/** The whole round on one page for paper: recipients, summary, answers, statements. */
export function RoundPrint(props: RoundPrintData) {
  const { round, recipients, changes, statements } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useChangeName(props);
  return (
    <Page
      title={t("statements.print.title", { title: round.title })}
      lead={[
        t("statements.round.pinned", { number: round.version.number, label: round.version.label }),
        t("statements.round.due", { date: formatDate(round.dueOn, language) }),
      ].join(" · ")}
      actions={<LinkButton to={paths.round(round.slug)}>{t("statements.write.back")}</LinkButton>}
    >
      {round.background && <p className="statement-words">{round.background}</p>}
      <section className="draft-section" aria-labelledby="print-parties">
        <h2 id="print-parties">{t("statements.round.matrix")}</h2>
        <ul className="print-parties">
          {recipients.map(({ party, status, isLate, isExample }) => (
            <li key={party.id}>
              {party.name} <StatusBadge status={status} isLate={isLate} /> {isExample && <ExampleBadge />}
            </li>
          ))}
        </ul>
      </section>
      <Summary {...props} />
      <section className="draft-section" aria-labelledby="print-changes">
        <h2 id="print-changes">{t("statements.round.changes")}</h2>
        {changes.length === 0 && <p>{t("statements.round.changesEmpty")}</p>}
        {changes.map((change) => (
          <div key={change.id} className="print-part">
            <h3>
              {nameOf(change)} {change.isExample && <ExampleBadge />}
            </h3>
            <p className="statement-words">{change.text}</p>
            <GivenAnswer change={change} />
          </div>
        ))}
      </section>
      <section className="draft-section" aria-labelledby="print-statements">
        <h2 id="print-statements">{t("statements.print.statements")}</h2>
        {statements.map(({ party, statement }) => (
          <article key={statement.id} className="print-part">
            <h3>
              {party} {statement.isExample && <ExampleBadge />}
            </h3>
            <SentFacts statement={statement} />
            <PartTexts {...props} parts={statement.parts} texts={statement.texts} />
          </article>
        ))}
      </section>
    </Page>
  );
}
