import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RecipientLine } from "../../../server/queries/round-page.server";
import { inLanguage } from "../../domain/languages";
import type { Cell } from "../../domain/statements/summary";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { formatDate, formatDateTime } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";
import { type RoundPageProps, wordsAt } from "./round-page";
import { ExampleBadge, StatusBadge } from "./status-badge";

/** Who answered, and who spoke of which category: party × category. */
export function RoundMatrix(props: RoundPageProps) {
  const { round, categories, recipients } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="draft-section">
      <h3 id="round-matrix">{t("statements.round.matrix")}</h3>
      <p className="muted">{t("statements.round.matrixLead")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
      <section className="answer-scroll" aria-labelledby="round-matrix" tabIndex={0}>
        <table className="answer-matrix">
          <thead>
            <tr>
              <th scope="col">{t("statements.round.party")}</th>
              <th scope="col">{t("statements.round.state")}</th>
              <th scope="col">{t("statements.round.whole")}</th>
              {categories.map(({ id, label }) => (
                <th key={id} scope="col" className="answer-matrix__category">
                  <span>{inLanguage(label, language)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {recipients.map((line) => (
              <tr key={line.party.id} id={`party-${line.party.id}`}>
                <th scope="row">
                  <Link to={paths.statement(round.slug, line.party.slug)}>{line.party.name}</Link>{" "}
                  {line.isExample && <ExampleBadge />}
                </th>
                <td>
                  <State line={line} />
                  {props.mayManage && !round.closedAt && <ManageRecipient {...props} line={line} />}
                </td>
                <td>
                  <CellMark cell={line.cells && { said: line.whole, proposes: false }} />
                </td>
                {categories.map(({ id }, n) => (
                  <td key={id}>
                    <CellMark cell={line.cells?.[n] ?? null} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function State({ line }: { line: RecipientLine }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <StatusBadge status={line.status} isLate={line.isLate} />
      <span className="answer-matrix__when">
        {line.askedAgain
          ? t("statements.round.askedAgain")
          : line.sentAt && formatDateTime(line.sentAt, language)}
        {line.status !== "given" &&
          line.letInUntil &&
          ` ${t("statements.round.letInUntil", { date: formatDate(line.letInUntil, language) })}`}
      </span>
    </>
  );
}

/** A mark, and the same in words. */
function CellMark({ cell }: { cell: Cell | null }) {
  const { t } = useTranslation();
  if (!cell) return <span className="muted">{t("statements.round.notYet")}</span>;
  const words = [
    cell.said && t("statements.round.said"),
    cell.proposes && t("statements.round.proposes"),
  ].filter(Boolean);
  const title = words.join(", ") || t("statements.round.nothing");
  return (
    <span title={title}>
      <span aria-hidden="true">{`${cell.said ? "✓" : ""}${cell.proposes ? "✎" : ""}` || "·"}</span>
      <span className="visually-hidden">{title}</span>
    </span>
  );
}

/** Let a late one in, or ask one that has given for a new statement. */
function ManageRecipient({ line, round, today, answer }: RoundPageProps & { line: RecipientLine }) {
  const { t } = useTranslation();
  const problem = wordsAt(answer, `party-${line.party.id}`);
  const isGiven = line.status === "given";
  if (!isGiven && line.status !== "late") return null;
  return (
    <details className="recipient-manage" open={problem !== null}>
      <summary>{t(isGiven ? "statements.round.askAgain" : "statements.round.letIn")}</summary>
      <Form method="post" noValidate preventScrollReset>
        <input type="hidden" name="party" value={line.party.id} />
        <Field
          name="until"
          type="date"
          label={t("statements.round.until")}
          aria-label={t("statements.round.untilOf", { party: line.party.name })}
          min={today > round.dueOn ? today : round.dueOn}
          error={problem ? t(problem.error, problem.values ?? {}) : undefined}
          defaultValue={problem ? answer?.typed.until : undefined}
        />
        <Button type="submit" name="intent" value={isGiven ? "ask-again" : "let-in"}>
          {t(isGiven ? "statements.round.askAgainSubmit" : "statements.round.letInSubmit")}
        </Button>
      </Form>
    </details>
  );
}
