import { useTranslation } from "react-i18next";
import type { InitiativePage } from "../../../server/queries/initiative-page.server";
import type { DemandView } from "../../../server/queries/initiative-parts.server";
import { DEMAND_ACTORS } from "../../domain/initiatives/initiative";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import { LinkButton } from "../../ui/button";
import { formatList } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";
import { AnswerForm } from "./answer-form";
import { AnswerView } from "./answer-view";
import type { FormAnswer } from "./form-answer";
import { StateBadge } from "./state-badge";

interface Props {
  page: Pick<InitiativePage, "slug" | "kind" | "drafts" | "mayManage">;
  demand: DemandView;
  isAnswering: boolean;
  answer: FormAnswer | undefined;
}

/** A demand with its state, its answer and earlier ones, or the form that answers it. */
export function DemandCard({ page, demand, isAnswering, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const text = inLanguage(demand.text, language);
  const action = t(demand.answer ? "initiatives.answer.change" : "initiatives.answer.open");
  return (
    <li className="card demand-card" id={`demand-${demand.slug}`}>
      <DemandHead kind={page.kind} demand={demand} state={demand.answer?.state ?? "notBegun"} />
      {isAnswering && page.mayManage ? (
        <AnswerForm slug={page.slug} demand={demand} drafts={page.drafts} answer={answer} />
      ) : (
        <>
          {demand.answer ? (
            <AnswerView answer={demand.answer} />
          ) : (
            <p className="muted">{t("initiatives.demands.unanswered")}</p>
          )}
          {page.mayManage && (
            <LinkButton
              variant="quiet"
              to={`${paths.initiative(page.slug)}?answer=${encodeURIComponent(demand.slug)}#demand-${encodeURIComponent(demand.slug)}`}
              aria-label={t("initiatives.answer.openTo", { action, position: demand.position, text })}
            >
              {action}
            </LinkButton>
          )}
        </>
      )}
      {demand.earlier.length > 0 && (
        <details className="demand-earlier">
          <summary>{t("initiatives.answer.earlier", { count: demand.earlier.length })}</summary>
          <ol>
            {demand.earlier.map((earlier) => (
              <li key={earlier.at}>
                <AnswerView answer={earlier} withState />
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}

interface HeadProps {
  kind: InitiativePage["kind"];
  demand: Pick<DemandView, "position" | "text" | "measure"> & { actors?: string[]; source?: string };
  state: NonNullable<DemandView["answer"]>["state"];
}

/** Number, words and state of a demand, and how one can tell that it is met. */
export function DemandHead({ kind, demand, state }: HeadProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const actors = DEMAND_ACTORS.filter((actor) => demand.actors?.includes(actor));
  const facts = [
    demand.measure && t("initiatives.demands.measure", { measure: inLanguage(demand.measure, language) }),
    actors.length > 0 &&
      t("initiatives.demands.actors", {
        actors: formatList(
          actors.map((actor) => t(`initiatives.actor.${actor}`)),
          language,
        ),
      }),
    demand.source,
  ].filter(Boolean);
  return (
    <>
      <div className="demand-card__head">
        <h3>
          <span className="demand-card__number">
            {t(kind === "initiative" ? "initiatives.demands.number" : "initiatives.demands.recommendation", {
              position: demand.position,
            })}
          </span>{" "}
          {inLanguage(demand.text, language)}
        </h3>
        <StateBadge state={state} />
      </div>
      {facts.length > 0 && <p className="muted">{facts.join(" · ")}</p>}
    </>
  );
}
