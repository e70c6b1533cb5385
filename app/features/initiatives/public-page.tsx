import "../../styles/initiatives.css";
import { useTranslation } from "react-i18next";
import type { PublicInitiative } from "../../../server/queries/public-initiative.server";
import { inLanguage } from "../../domain/languages";
import { formatDate } from "../../ui/format";
import { Badge, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { EvidenceLink } from "./answer-view";
import { DemandHead } from "./demand-card";
import { byArea } from "./initiative-page";
import { ProgressBar } from "./progress-bar";
import { Road } from "./road";
import { StoryFacts } from "./story-facts";

/** What anybody may read of an initiative: what was demanded, where each demand stands, what was decided. */
export function PublicPage({ initiative }: { initiative: PublicInitiative }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const summary = inLanguage(initiative.summary, language);
  const isInitiative = initiative.kind === "initiative";
  return (
    <Page
      narrow
      title={inLanguage(initiative.title, language)}
      lead={summary || t("initiatives.public.lead")}
      actions={<Badge kind="ok">{t("initiatives.public.label")}</Badge>}
    >
      <div className="stack">
        <section className="card" aria-labelledby="progress">
          <h2 id="progress">{t("initiatives.progress.title")}</h2>
          <ProgressBar progress={initiative.progress} />
          {initiative.note && (
            <p className="initiative-note">
              <strong>{t("initiatives.facts.note")}:</strong> {inLanguage(initiative.note, language)}
            </p>
          )}
        </section>
        <section aria-labelledby="demands">
          <h2 id="demands">
            {t(isInitiative ? "initiatives.demands.title" : "initiatives.demands.recommendations")}
          </h2>
          {byArea(initiative.demands).map(({ area, demands }) => (
            <div key={area?.fi ?? ""} className="demand-area">
              {area && <p className="demand-area__name">{inLanguage(area, language)}</p>}
              <ul className="demand-list">
                {demands.map((demand) => (
                  <PublicDemand key={demand.slug} kind={initiative.kind} demand={demand} />
                ))}
              </ul>
            </div>
          ))}
        </section>
        <StoryFacts story={initiative} />
        {initiative.road.length > 0 && (
          <section className="card" aria-labelledby="road">
            <h2 id="road">{t("initiatives.road.title")}</h2>
            <Road steps={initiative.road} />
          </section>
        )}
        <p className="muted">
          {t("initiatives.public.table", { table: inLanguage(initiative.table, language) })}.{" "}
          {t("initiatives.public.updated", { date: formatDate(initiative.publishedAt, language) })}
        </p>
      </div>
    </Page>
  );
}

type Demand = PublicInitiative["demands"][number];

function PublicDemand({ kind, demand }: { kind: PublicInitiative["kind"]; demand: Demand }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { answer } = demand;
  const text = answer && inLanguage(answer.text, language);
  return (
    <li className="card demand-card" id={`demand-${demand.slug}`}>
      <DemandHead kind={kind} demand={demand} state={answer?.state ?? "notBegun"} />
      {!answer && <p className="muted">{t("initiatives.demands.unanswered")}</p>}
      {answer && (
        <div className="demand-answer">
          {answer.isExample && <Badge>{t("initiatives.example")}</Badge>}
          {text && <p className="initiative-words">{text}</p>}
          {answer.reason && (
            <p className="initiative-words">
              {t("initiatives.answer.declinedReason", { reason: answer.reason })}
            </p>
          )}
          {answer.href && (
            <p className="demand-answer__evidence">
              {t("initiatives.answer.evidenceDraft")} <EvidenceLink href={answer.href} />
            </p>
          )}
          {answer.note && <p className="muted initiative-words">{answer.note}</p>}
          <p className="muted demand-answer__by">
            {t("initiatives.public.answeredAt", { date: formatDate(answer.at, language) })}
          </p>
        </div>
      )}
    </li>
  );
}
