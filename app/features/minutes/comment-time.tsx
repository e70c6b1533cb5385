import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { MinutesPage } from "../../../server/queries/minutes-page.server";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { formatDateTime } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";
import { useAnswer } from "../session/use-answer";

interface Props {
  polished: NonNullable<MinutesPage["polished"]>;
  mayWrite: boolean;
}

/** Until when participants comment on the text. */
export function CommentTime({ polished, mayWrite }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const answer = useAnswer({ intent: "comment-time" });
  const { commentUntil, isCommenting } = polished;
  const time = commentUntil ? formatDateTime(commentUntil, language) : "";
  return (
    <section className="card" aria-labelledby="minutes-comments">
      <h2 id="minutes-comments">{t("minutes.page.comment")}</h2>
      <p>
        {commentUntil
          ? t(isCommenting ? "minutes.page.commentOpen" : "minutes.page.commentOver", { time })
          : t("minutes.page.commentNone")}
      </p>
      {mayWrite && (
        <details open={answer.refused}>
          <summary>{t("minutes.page.commentSet")}</summary>
          <Form method="post" noValidate>
            <Field
              name="on"
              type="date"
              label={t("minutes.page.commentOn")}
              error={answer.at("on")}
              defaultValue={answer.typed("on")}
            />
            <Field
              name="at"
              type="time"
              label={t("minutes.page.commentAt")}
              defaultValue={answer.typed("at", "16:00")}
            />
            <Button type="submit" name="intent" value="comment-time">
              {t("minutes.page.commentSet")}
            </Button>
          </Form>
        </details>
      )}
    </section>
  );
}
