import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RoadStepView } from "../../../server/queries/road.server";
import { inLanguage } from "../../domain/languages";
import { meetingNumber } from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import { formatDate } from "../../ui/format";
import { MoveButton } from "../../ui/move-button";
import { Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import type { FormAnswer } from "../initiatives/form-answer";
import { clockTime } from "./clock-time";
import { RoadOutcomeForm } from "./road-outcome-form";
import { RoadThumbs } from "./road-thumbs";

const BADGES = { done: undefined, now: "ok", planned: "draft", cancelled: "change" } as const;

interface Props {
  slug: string;
  step: RoadStepView;
  mayRecord: boolean;
  isFirst: boolean;
  isLast: boolean;
  answer: FormAnswer | undefined;
}

/** One step: its body, day, mark, and what came of it. */
export function RoadStep({ slug, step, mayRecord, isFirst, isLast, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const body = inLanguage(step.body, language);
  const isOut = answer?.typed.step === step.id;
  return (
    <li
      className={`way__step way__step--${step.mark}`}
      aria-current={step.mark === "now" ? "step" : undefined}
    >
      <div className="way__head">
        <h3>{body}</h3>
        <Badge kind={BADGES[step.mark]}>{t(`road.mark.${step.mark}`)}</Badge>
      </div>
      <p className="muted" title={t(`road.kindMeaning.${step.kind}`)}>
        <When step={step} /> · {t(`road.kind.${step.kind}`)}
        {step.meeting && (
          <>
            {" · "}
            <Link to={paths.meeting(step.meeting.slug)}>
              {t("road.meeting", { number: meetingNumber(step.meeting) })}
            </Link>
          </>
        )}
      </p>
      {step.note && <p className="way__words">{inLanguage(step.note, language)}</p>}
      {step.outcome && (
        <p className="way__words">
          <strong>{t("road.outcome", { text: inLanguage(step.outcome, language) })}</strong>
        </p>
      )}
      {step.lacksOutcome && <p className="muted">{t("road.lacksOutcome")}</p>}
      {step.source && <p className="muted">{t("road.source", { source: step.source })}</p>}
      {step.thumbs.length > 0 && <RoadThumbs slug={slug} step={step} answer={isOut ? answer : undefined} />}
      {mayRecord && (
        <div className="way__acts">
          <Form method="post" action={paths.road(slug)} className="row" preventScrollReset>
            <input type="hidden" name="step" value={step.id} />
            <Move isUp body={body} isDisabled={isFirst} />
            <Move body={body} isDisabled={isLast} />
          </Form>
          <RoadOutcomeForm slug={slug} step={step} body={body} answer={isOut ? answer : undefined} />
        </div>
      )}
    </li>
  );
}

function Move({ isUp = false, body, isDisabled }: { isUp?: boolean; body: string; isDisabled: boolean }) {
  const { t } = useTranslation();
  const move = t(isUp ? "road.moveUp" : "road.moveDown");
  return (
    <MoveButton
      isUp={isUp}
      words={move}
      named={t("road.moveNamed", { move, body })}
      isDisabled={isDisabled}
    />
  );
}

/** `20.5.2022 klo 13.00–14.30`, as far as it is known. */
function When({ step: { happensOn, starts, ends } }: { step: RoadStepView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!happensOn) return t("road.noDay");
  const time = [starts, ends]
    .map((one) => one && clockTime(one, language))
    .filter(Boolean)
    .join("–");
  return [formatDate(happensOn, language), time && t("road.time", { time })].filter(Boolean).join(" ");
}
