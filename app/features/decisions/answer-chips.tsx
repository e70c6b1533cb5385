import { useTranslation } from "react-i18next";
import { inLanguage } from "../../domain/languages";
import type { DecisionCardData, PartyAnswer } from "../../protocol/decision-data";
import { useLanguage } from "../../ui/use-language";
import { markClass, VALUE_ICONS } from "../positions/value-mark";

/** A chip a party: its name and, in words and by a mark, its position; or that it is waited for. */
export function AnswerChips({ card }: { card: DecisionCardData }) {
  const { t } = useTranslation();
  return (
    <ul className="decision-chips" aria-label={t("decisions.card.answers")}>
      {card.answers.map((answer) => (
        <Chip key={answer.party.id} answer={answer} isVoid={card.state === "replaced"} />
      ))}
    </ul>
  );
}

function Chip({ answer, isVoid }: { answer: PartyAnswer; isVoid: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { party, value, hasAnswered, reason, how, toldBy, isExample } = answer;
  const state = value ?? (hasAnswered ? "hidden" : "waiting");
  const notes = [
    how === "told" && toldBy && t("decisions.card.told", { name: toldBy }),
    how === "link" && t("decisions.card.link"),
    isExample && t("decisions.card.example"),
  ].filter(Boolean);
  return (
    <li className={`decision-chip decision-chip--${isVoid ? "void" : state}`}>
      <strong title={inLanguage(party.name, language)}>{party.shortName}</strong>
      <span className="decision-chip__value">
        {value && (
          <span className={markClass(value)} aria-hidden="true">
            {VALUE_ICONS[value]}
          </span>
        )}
        {value ? t(`positions.values.${value}`) : t(`decisions.card.${hasAnswered ? "hidden" : "waiting"}`)}
      </span>
      {notes.length > 0 && <span className="decision-chip__note">{notes.join(" · ")}</span>}
      {reason && <span className="decision-chip__reason">{reason}</span>}
    </li>
  );
}
