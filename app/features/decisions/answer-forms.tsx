import "../../styles/positions-give.css";
import { useTranslation } from "react-i18next";
import { DECISION_STATEMENT_CHARACTERS_MAX, STATEMENT_KINDS } from "../../domain/decisions/decision";
import { inLanguage } from "../../domain/languages";
import type { DecisionCardData } from "../../protocol/decision-data";
import { Button } from "../../ui/button";
import { SelectField, TextArea } from "../../ui/field";
import { useLanguage } from "../../ui/use-language";
import { DeedButton, DeedForm } from "../meetings/deed-form";
import { PositionChoice } from "../positions/position-choice";

type Mine = DecisionCardData["mine"][number];

/** What the viewer's own parties may do: answer, answer anew, take it back, and, unless told, have words recorded. */
export function AnswerForms({
  card,
  withStatement = true,
}: {
  card: DecisionCardData;
  withStatement?: boolean;
}) {
  const mine = card.mine.filter(({ mayAnswer }) => mayAnswer);
  return mine.map((one) => (
    <OwnAnswer key={one.partyId} card={card} mine={one} withStatement={withStatement} />
  ));
}

interface OwnProps {
  card: DecisionCardData;
  mine: Mine;
  withStatement: boolean;
}

function OwnAnswer({ card, mine, withStatement }: OwnProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const party = card.answers.find(({ party: one }) => one.id === mine.partyId)?.party;
  const name = party ? inLanguage(party.name, language) : "";
  const about = { decision: card.id, party: mine.partyId };
  const form = <AnswerForm about={about} mine={mine} party={name} />;
  return (
    <div className="decision-mine">
      {mine.value ? (
        <>
          <p>
            <strong>{t("decisions.answer.mine", { value: t(`positions.values.${mine.value}`) })}</strong>
          </p>
          <details>
            <summary>{t("decisions.answer.change")}</summary>
            {form}
            <DeedButton fields={{ intent: "take-back", ...about }} variant="quiet">
              {t("decisions.answer.takeBack")}
            </DeedButton>
            <p className="muted">{t("decisions.answer.takeBackHint")}</p>
          </details>
        </>
      ) : (
        form
      )}
      {withStatement && (
        <details>
          <summary>{t("decisions.statement.open")}</summary>
          <StatementForm about={about} party={name} />
        </details>
      )}
    </div>
  );
}

interface About {
  decision: string;
  party: string;
}

function AnswerForm({ about, mine, party }: { about: About; mine: Mine; party: string }) {
  const { t } = useTranslation();
  return (
    <DeedForm
      name={`answer ${about.decision} ${about.party}`}
      fields={{ intent: "answer", ...about }}
      className="decision-answer"
    >
      {({ at, typed }) => (
        <>
          <PositionChoice
            legend={t("decisions.answer.title", { party })}
            valueName="value"
            reasonName="reason"
            value={mine.value}
            reason={typed("reason", mine.reason)}
            words={{ value: at("value"), reason: at("reason") }}
          />
          <Button type="submit" variant="primary">
            {t("decisions.answer.submit")}
          </Button>
        </>
      )}
    </DeedForm>
  );
}

function StatementForm({ about, party }: { about: About; party: string }) {
  const { t } = useTranslation();
  return (
    <DeedForm
      name={`statement ${about.decision} ${about.party}`}
      fields={{ intent: "statement", ...about }}
      label={t("decisions.statement.party", { party })}
    >
      {({ at, typed }) => (
        <>
          <SelectField
            name="kind"
            label={t("decisions.statement.kind")}
            error={at("kind")}
            defaultValue={typed("kind", "supplementary")}
          >
            {STATEMENT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`decisions.kind.${kind}`)}
              </option>
            ))}
          </SelectField>
          <TextArea
            name="text"
            label={t("decisions.statement.text")}
            error={at("text")}
            defaultValue={typed("text")}
            maxLength={DECISION_STATEMENT_CHARACTERS_MAX}
            rows={4}
          />
          <Button type="submit">{t("decisions.statement.submit")}</Button>
        </>
      )}
    </DeedForm>
  );
}
