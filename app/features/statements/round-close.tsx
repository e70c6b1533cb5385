import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ProposedChange } from "../../../server/queries/proposed-changes.server";
import type { Problem } from "../../messages/problem";
import { Button } from "../../ui/button";
import { formatList } from "../../ui/format";
import { Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { useChangeName } from "./round-changes";
import { type RoundPageProps, wordsAt } from "./round-page";

/** What the action answers when nothing was done: the words, where they belong, and what was typed. */
export interface RoundAnswer {
  problem: Problem & { unanswered?: ProposedChange[] };
  typed: { answer: string; reason: string; until: string };
  at: string;
}

/** Ends the round, or says which proposed changes still wait for an answer (rule R3). */
export function CloseRound(props: RoundPageProps) {
  const { recipients, answer } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useChangeName(props);
  const problem = wordsAt(answer, "close") as RoundAnswer["problem"] | null;
  const waiting = recipients.filter(({ status }) => status !== "given").map(({ party }) => party.name);
  return (
    <section className="card draft-section" aria-labelledby="round-close" id="close">
      <h3 id="round-close">{t("statements.round.close")}</h3>
      <p className="muted">
        {t("statements.round.closeLead")}
        {waiting.length > 0 &&
          ` ${t("statements.round.closeWaiting", { parties: formatList(waiting, language) })}`}
      </p>
      {problem && (
        <Notice kind="error">
          <p>{t(problem.error, problem.values ?? {})}</p>
          {problem.unanswered && (
            <ul className="freeze-problems" aria-label={t("statements.answer.unanswered")}>
              {problem.unanswered.map((change) => (
                <li key={change.id}>
                  <a href={`#change-${change.id}`}>{nameOf(change)}</a>
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <Form method="post" preventScrollReset>
        <Button type="submit" variant="danger" name="intent" value="close">
          {t("statements.round.close")}
        </Button>
      </Form>
    </section>
  );
}
