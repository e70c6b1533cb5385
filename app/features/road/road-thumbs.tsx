import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RoadStepView, ThumbLine } from "../../../server/queries/road.server";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { Badge } from "../../ui/page";
import { type FormAnswer, fieldOf } from "../initiatives/form-answer";

interface Props {
  slug: string;
  step: RoadStepView;
  answer: FormAnswer | undefined;
}

const markOf = ({ isUp }: ThumbLine) => (isUp === null ? "none" : isUp ? "up" : "down");

/** A round of thumbs: every party's, and one's own to give while the round is on. */
export function RoadThumbs({ slug, step, answer }: Props) {
  const { t } = useTranslation();
  const { error } = fieldOf(answer, "thumb", t);
  if (step.mark === "done" && step.thumbs.every(({ isUp }) => isUp === null))
    return <p className="muted">{t("road.thumbs.unrecorded")}</p>;
  const count = (mark: string) => step.thumbs.filter((thumb) => markOf(thumb) === mark).length;
  return (
    <div className="thumbs">
      <h4>
        {t("road.thumbs.title")}{" "}
        <span className="muted">
          {t("road.thumbs.count", { up: count("up"), down: count("down"), none: count("none") })}
        </span>
      </h4>
      <ul className="thumbs__list">
        {step.thumbs.map((thumb) => (
          <li
            key={thumb.partyId}
            className={`thumbs__party thumbs__party--${markOf(thumb)}`}
            title={thumb.name}
          >
            <strong>{thumb.shortName}</strong>
            <span>
              {t(`road.thumbs.${markOf(thumb)}`)}
              {thumb.isExample && (
                <>
                  {" "}
                  <Badge>{t("road.thumbs.example")}</Badge>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {step.thumbs
        .filter(({ mayGive }) => mayGive)
        .map((thumb) => (
          <Form
            key={thumb.partyId}
            method="post"
            action={paths.road(slug)}
            className="thumbs__give"
            preventScrollReset
          >
            <input type="hidden" name="step" value={step.id} />
            <input type="hidden" name="party" value={thumb.partyId} />
            <input type="hidden" name="intent" value="thumb" />
            <span>{t("road.thumbs.give", { party: thumb.name })}</span>
            <Button type="submit" name="thumb" value="up" aria-pressed={thumb.isUp === true}>
              {t("road.thumbs.giveUp")}
            </Button>
            <Button type="submit" name="thumb" value="down" aria-pressed={thumb.isUp === false}>
              {t("road.thumbs.giveDown")}
            </Button>
          </Form>
        ))}
      {error("thumb") && <p className="field__error">{error("thumb")}</p>}
    </div>
  );
}
