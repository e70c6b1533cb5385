import "../../styles/road.css";
import { useTranslation } from "react-i18next";
import type { RoadPage as RoadPageData } from "../../../server/queries/road.server";
import { useFreshPage } from "../../collab/use-document-news";
import { EmptyState, Notice } from "../../ui/page";
import { DraftPage } from "../drafts/draft-page";
import type { FormAnswer } from "../initiatives/form-answer";
import { RoadStep } from "./road-step";
import { RoadStepForm } from "./road-step-form";

const DONE = {
  "record-step": "recordStep",
  "record-outcome": "recordOutcome",
  "move-up": "move",
  "move-down": "move",
  thumb: "thumb",
} as const;
const isDone = (done: string): done is keyof typeof DONE => Object.hasOwn(DONE, done);

interface Props {
  page: RoadPageData;
  /** The intent of what was done just now, or empty. */
  done: string;
  answer: FormAnswer | undefined;
}

/** The bodies that the draft passes on its way to a decision, in their order. */
export function RoadPage({ page, done, answer }: Props) {
  const { t } = useTranslation();
  const { frame, steps, mayRecord } = page;
  useFreshPage(frame.documentId, ["decisions"]);
  return (
    <DraftPage frame={frame} title={t("road.title")} lead={t("road.lead")}>
      {isDone(done) && !answer && (
        <div role="status">
          <Notice kind="ok">{t(`road.done.${DONE[done]}`)}</Notice>
        </div>
      )}
      {steps.length === 0 ? (
        <EmptyState title={t("road.emptyTitle")}>
          {t(mayRecord ? "road.emptyText" : "road.emptyTextReader")}
        </EmptyState>
      ) : (
        <ol className="way" aria-label={t("road.steps")}>
          {steps.map((step, index) => (
            <RoadStep
              key={step.id}
              slug={frame.slug}
              step={step}
              mayRecord={mayRecord}
              isFirst={index === 0}
              isLast={index === steps.length - 1}
              answer={answer}
            />
          ))}
        </ol>
      )}
      {mayRecord && <RoadStepForm slug={frame.slug} formKey={page.key} answer={answer} />}
    </DraftPage>
  );
}
