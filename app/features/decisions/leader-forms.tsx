import { useTranslation } from "react-i18next";
import { statableOutcome } from "../../domain/decisions/verdict";
import { OUTCOME_CHARACTERS_MAX } from "../../domain/meetings/meeting";
import { TOLD_BY_CHARACTERS_MAX } from "../../domain/positions/position";
import { paths } from "../../paths";
import type { DecisionCardData } from "../../protocol/decision-data";
import { Button, LinkButton } from "../../ui/button";
import { Field, SelectField, TextArea } from "../../ui/field";
import { DeedButton, DeedForm } from "../meetings/deed-form";
import { PositionChoice } from "../positions/position-choice";

/** What the chair and the secretary may do: state the outcome, enter what was told, put another version forward, withdraw. */
export function LeaderForms({ card }: { card: DecisionCardData }) {
  const { t } = useTranslation();
  const { may } = card;
  if (!may.state && !may.enterTold && !may.replace) return null;
  return (
    <div className="decision-lead">
      {may.state && <StateOutcome card={card} />}
      {may.enterTold && (
        <details>
          <summary>{t("decisions.told.open")}</summary>
          <ToldForm card={card} />
        </details>
      )}
      {may.replace && (
        <details>
          <summary>{t("decisions.withdraw.open")}</summary>
          <p className="muted">{t("decisions.replace.hint")}</p>
          <LinkButton to={paths.newDecision(card.draft.slug, { replaces: card.id })}>
            {t("decisions.replace.open")}
          </LinkButton>
          <DeedForm name={`withdraw ${card.id}`} fields={{ intent: "withdraw", decision: card.id }}>
            {({ at, typed }) => (
              <>
                <TextArea
                  name="reason"
                  label={t("decisions.withdraw.reason")}
                  error={at("reason")}
                  defaultValue={typed("reason")}
                  maxLength={OUTCOME_CHARACTERS_MAX}
                  rows={2}
                />
                <Button type="submit" variant="danger">
                  {t("decisions.withdraw.submit")}
                </Button>
              </>
            )}
          </DeedForm>
        </details>
      )}
    </div>
  );
}

/** The outcome is the verdict's own; where there is none yet the button says why. */
function StateOutcome({ card }: { card: DecisionCardData }) {
  const { t } = useTranslation();
  const { verdict } = card;
  const outcome = statableOutcome(verdict);
  if (!outcome)
    return (
      <p className="decision-state decision-state--blocked">
        <Button disabled>{t("decisions.state.blocked")}</Button>{" "}
        <span>
          {verdict.kind === "waiting"
            ? verdict.for.length === 0
              ? t("decisions.state.hidden")
              : t("decisions.state.waiting", { count: verdict.for.length })
            : t("decisions.state.noQuorum")}
        </span>
      </p>
    );
  return (
    <div className="decision-state">
      <DeedButton
        name={`state ${card.id}`}
        fields={{ intent: "state", decision: card.id, outcome }}
        variant="primary"
        isBig
      >
        {t("decisions.state.submit", { outcome: t(`decisions.outcome.${outcome}`) })}
      </DeedButton>
      <p className="muted">{t("decisions.state.hint")}</p>
    </div>
  );
}

function ToldForm({ card }: { card: DecisionCardData }) {
  const { t } = useTranslation();
  return (
    <DeedForm name={`told ${card.id}`} fields={{ intent: "tell", decision: card.id }}>
      {({ at, typed }) => (
        <>
          <SelectField name="party" label={t("decisions.told.party")} defaultValue={typed("party")}>
            {card.answers.map(({ party }) => (
              <option key={party.id} value={party.id}>
                {party.shortName}
              </option>
            ))}
          </SelectField>
          <PositionChoice
            legend={t("decisions.answer.legend")}
            valueName="value"
            reasonName="reason"
            reason={typed("reason")}
            words={{ value: at("value"), reason: at("reason") }}
          />
          <Field
            name="toldBy"
            label={t("decisions.told.by")}
            error={at("toldBy")}
            defaultValue={typed("toldBy")}
            maxLength={TOLD_BY_CHARACTERS_MAX}
            autoComplete="off"
          />
          <Button type="submit">{t("decisions.told.submit")}</Button>
        </>
      )}
    </DeedForm>
  );
}
