import { useTranslation } from "react-i18next";
import type { StepView } from "../../../server/queries/initiative-parts.server";
import { inLanguage } from "../../domain/languages";
import { formatDate } from "../../ui/format";
import { Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";

const BADGES = { done: undefined, now: "ok", planned: "draft" } as const;

/** The road of the matter as a path: each step with its body, its day where known, and a decision with its words. */
export function Road({ steps }: { steps: StepView[] }) {
  const { t } = useTranslation();
  if (steps.length === 0) return <p className="muted">{t("initiatives.road.empty")}</p>;
  return (
    <ol className="road">
      {steps.map((step) => (
        <Step key={step.id} step={step} />
      ))}
    </ol>
  );
}

function Step({ step }: { step: StepView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const unknown = t(step.source ? "initiatives.facts.noDate" : "initiatives.facts.dateUnknown");
  const facts = [
    step.happenedOn ? formatDate(step.happenedOn, language) : unknown,
    step.section && t("initiatives.road.section", { section: step.section }),
  ].filter(Boolean);
  return (
    <li className={`road__step road__step--${step.mark}`} aria-current={step.mark === "now" || undefined}>
      <div className="road__head">
        <h3>
          {t(`initiatives.road.kind.${step.kind}`)}: {inLanguage(step.body, language)}
        </h3>
        <Badge kind={BADGES[step.mark]}>{t(`initiatives.road.mark.${step.mark}`)}</Badge>
      </div>
      <p className="muted">{facts.join(" · ")}</p>
      {step.kind === "decided" && step.decision && <Decision step={step} />}
      {step.note && <p>{inLanguage(step.note, language)}</p>}
      {step.source && <p className="muted">{t("initiatives.facts.source", { source: step.source })}</p>}
    </li>
  );
}

/** Proposal, then decision, as minutes have them. */
function Decision({ step }: { step: StepView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="road__decision">
      {step.proposal && (
        <>
          <h4>{t("initiatives.road.proposal")}</h4>
          <p className="initiative-words">{inLanguage(step.proposal, language)}</p>
        </>
      )}
      <h4>{t("initiatives.road.decision")}</h4>
      <p className="initiative-words">{step.decision && inLanguage(step.decision, language)}</p>
      <p className="row">
        {step.result && <Badge>{t(`initiatives.road.result.${step.result}`)}</Badge>}
        {step.unanimous && <Badge>{t("initiatives.road.unanimous")}</Badge>}
      </p>
      <p className="muted">{t("initiatives.road.elsewhere")}</p>
    </div>
  );
}
