import "../../styles/initiatives.css";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { InitiativePage as InitiativePageData } from "../../../server/queries/initiative-page.server";
import type { DemandView } from "../../../server/queries/initiative-parts.server";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import { LinkButton } from "../../ui/button";
import { Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { DemandCard } from "./demand-card";
import { chooseDemands, type DemandChoice, DemandFilter } from "./demand-filter";
import type { FormAnswer } from "./form-answer";
import { ManagePanel } from "./manage-panel";
import { ProgressBar } from "./progress-bar";
import { Road } from "./road";
import { StepForm } from "./step-form";
import { StoryFacts } from "./story-facts";

const DONE = {
  answer: "answer",
  "add-demand": "addDemand",
  "record-step": "recordStep",
  publish: "publish",
  unpublish: "unpublish",
  "link-response": "linkResponse",
} as const;
const isDone = (done: string): done is keyof typeof DONE => Object.hasOwn(DONE, done);

interface Props {
  page: InitiativePageData;
  choice: DemandChoice;
  /** The demand that is being answered, or empty. */
  answering: string;
  /** What was done just now, or empty. */
  done: string;
  answer: FormAnswer | undefined;
}

/** An initiative or a list of recommendations: what is demanded, what was answered, and its road. */
export function InitiativePage({ page, choice, answering, done, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isInitiative = page.kind === "initiative";
  const shown = chooseDemands(page.demands, choice);
  const open = answer?.typed.intent === "answer" ? answer.typed.demand : answering;
  return (
    <Page
      title={inLanguage(page.title, language)}
      lead={
        <>
          {t(`initiatives.kind.${page.kind}`)} ·{" "}
          <Link to={paths.initiatives(page.table.slug)}>{inLanguage(page.table.name, language)}</Link>
        </>
      }
      actions={
        <>
          {page.response && (
            <LinkButton variant="primary" to={paths.draft(page.response.slug)}>
              {t("initiatives.response.open")}
            </LinkButton>
          )}
          <LinkButton reloadDocument to={paths.initiativeCsv(page.slug)}>
            {t("initiatives.manage.csv")}
          </LinkButton>
        </>
      }
    >
      {isDone(done) && !answer && (
        <div role="status">
          <Notice kind="ok">{t(`initiatives.done.${DONE[done]}`)}</Notice>
        </div>
      )}
      <div className="initiative-columns">
        <div className="stack">
          <section className="card" aria-labelledby="progress">
            <h2 id="progress">{t("initiatives.progress.title")}</h2>
            <ProgressBar progress={page.progress} />
            {page.note && (
              <p className="initiative-note">
                <strong>{t("initiatives.facts.note")}:</strong> {inLanguage(page.note, language)}
              </p>
            )}
          </section>
          <section aria-labelledby="demands">
            <h2 id="demands">
              {t(isInitiative ? "initiatives.demands.title" : "initiatives.demands.recommendations")}
            </h2>
            {!isInitiative && (
              <DemandFilter slug={page.slug} demands={page.demands} choice={choice} shown={shown.length} />
            )}
            {shown.length === 0 && <p className="muted">{t("initiatives.demands.none")}</p>}
            {byArea(shown).map(({ area, demands }) => (
              <div key={area?.fi ?? ""} className="demand-area">
                {area && <p className="demand-area__name">{inLanguage(area, language)}</p>}
                <ul className="demand-list">
                  {demands.map((demand) => (
                    <DemandCard
                      key={demand.id}
                      page={page}
                      demand={demand}
                      isAnswering={demand.slug === open}
                      answer={answer}
                    />
                  ))}
                </ul>
              </div>
            ))}
          </section>
        </div>
        <div className="stack">
          <StoryFacts story={page} />
          {isInitiative && (
            <section className="card" aria-labelledby="road">
              <h2 id="road">{t("initiatives.road.title")}</h2>
              <p className="muted">{t("initiatives.road.lead")}</p>
              <Road steps={page.road} />
              {page.mayManage && <StepForm slug={page.slug} answer={answer} />}
            </section>
          )}
          {page.mayManage && <ManagePanel page={page} answer={answer} />}
        </div>
      </div>
    </Page>
  );
}

/** The demands under the headings they stand under, in their order. */
export function byArea<Demand extends Pick<DemandView, "area">>(demands: Demand[]) {
  const groups: { area: DemandView["area"]; demands: Demand[] }[] = [];
  for (const demand of demands) {
    const last = groups.at(-1);
    if (last && last.area?.fi === demand.area?.fi) last.demands.push(demand);
    else groups.push({ area: demand.area, demands: [demand] });
  }
  return groups;
}
