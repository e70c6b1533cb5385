import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ProposedChange } from "../../../server/queries/proposed-changes.server";
import { inLanguage } from "../../domain/languages";
import { ANSWER_REASON_CHARACTERS_MAX } from "../../domain/statements/round";
import { CHANGE_ANSWERS } from "../../domain/statements/summary";
import { Button } from "../../ui/button";
import { TextArea } from "../../ui/field";
import { formatDateTime } from "../../ui/format";
import { Badge, Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { type RoundPageProps, wordsAt } from "./round-page";
import { ExampleBadge } from "./status-badge";

/** Every proposed change of the current statements, with its answer or the form that gives one (rule R3). */
export function RoundChanges(props: RoundPageProps) {
  const { changes } = props;
  const { t } = useTranslation();
  return (
    <section className="draft-section" aria-labelledby="round-changes">
      <h3 id="round-changes">{t("statements.round.changes")}</h3>
      <p className="muted">
        {t(changes.length === 0 ? "statements.round.changesEmpty" : "statements.round.changesLead")}
      </p>
      <ul className="change-answers">
        {changes.map((change) => (
          <Change key={change.id} {...props} change={change} />
        ))}
      </ul>
    </section>
  );
}

type ChangeProps = RoundPageProps & { change: ProposedChange };

/** "Liperi: Ruoka-apu". */
export function useChangeName({ recipients, categories }: Pick<RoundPageProps, "recipients" | "categories">) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (change: ProposedChange) => {
    const category = categories.find(({ id }) => id === change.categoryId);
    return t("statements.answer.about", {
      party: recipients.find(({ party }) => party.id === change.partyId)?.party.name ?? "",
      category: category ? inLanguage(category.label, language) : t("statements.round.whole"),
    });
  };
}

function Change(props: ChangeProps) {
  const { change, round, mayManage } = props;
  const { t } = useTranslation();
  const name = useChangeName(props)(change);
  const isOpen = wordsAt(props.answer, `change-${change.id}`) !== null;
  const form = mayManage && !round.closedAt && <AnswerForm {...props} name={name} />;
  return (
    <li className="card change-answer" id={`change-${change.id}`}>
      <h4>
        {name} {change.isExample && <ExampleBadge />}
      </h4>
      <p className="statement-words">{change.text}</p>
      <GivenAnswer change={change} />
      {form &&
        (change.answer ? (
          <details open={isOpen}>
            <summary>{t("statements.answer.change")}</summary>
            {form}
          </details>
        ) : (
          form
        ))}
    </li>
  );
}

/** The latest answer with its reason, or that there is none. */
export function GivenAnswer({ change }: { change: ProposedChange }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { answer } = change;
  if (!answer) return <Badge kind="question">{t("statements.answer.missing")}</Badge>;
  return (
    <div className="given-answer">
      <strong>{t(`statements.answer.${answer.answer}`)}</strong>
      <p className="statement-words">{answer.reason}</p>
      <p className="muted">
        {t("statements.answer.by", { name: answer.by, time: formatDateTime(answer.at, language) })}
      </p>
    </div>
  );
}

function AnswerForm({ change, name, answer }: ChangeProps & { name: string }) {
  const { t } = useTranslation();
  const problem = wordsAt(answer, `change-${change.id}`);
  const words = problem ? t(problem.error, problem.values ?? {}) : undefined;
  const isReason = problem?.field?.startsWith("reason");
  return (
    <Form method="post" className="answer-form" noValidate preventScrollReset aria-label={name}>
      <input type="hidden" name="change" value={change.id} />
      {problem && !isReason && <Notice kind="error">{words}</Notice>}
      <fieldset className="answer-form__choices">
        <legend>{t("statements.answer.legend")}</legend>
        {CHANGE_ANSWERS.map((one) => (
          <label key={one} className="check">
            <input
              type="radio"
              name="answer"
              value={one}
              defaultChecked={problem !== null && answer?.typed.answer === one}
              required
            />
            <span>
              <strong>{t(`statements.answer.${one}`)}</strong>
              <span className="muted"> {t(`statements.answer.${one}Hint`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextArea
        name="reason"
        label={t("statements.answer.reason")}
        rows={3}
        maxLength={ANSWER_REASON_CHARACTERS_MAX}
        error={isReason ? words : undefined}
        defaultValue={problem ? answer?.typed.reason : undefined}
        required
      />
      <Button type="submit" variant="primary" name="intent" value="answer">
        {t("statements.answer.submit")}
      </Button>
    </Form>
  );
}
