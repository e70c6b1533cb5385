import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EDIT_WINDOW_MINUTES } from "../../domain/discussion/comment";
import { paths } from "../../paths";
import type { CommentData, MentionChoice, TalkAnswer } from "../../protocol/discussion-data";
import { formatDateTime } from "../../ui/format";
import { Avatar, Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { useAnswer } from "../session/use-answer";
import { CommentWords } from "./comment-words";
import { TalkForm, Told } from "./talk-form";

interface Props {
  slug: string;
  action: string;
  comment: CommentData;
  choices: readonly MentionChoice[];
  onSent: (answer: TalkAnswer) => void;
}

/** One comment: who, for which party, when, the words, and for its author a way to reword it for a while. */
export function CommentView({ slug, action, comment, choices, onSent }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const hidden = { intent: "edit", comment: comment.id };
  const isRefused = useAnswer(hidden).refused;
  const [isEditing, setEditing] = useState(false);
  const [told, setTold] = useState<string[] | null>(null);
  const time = formatDateTime(comment.writtenAt, language);
  return (
    <li
      className="comment"
      id={`comment-${comment.id}`}
      data-unread={comment.isUnread || undefined}
      data-kind={comment.kind}
    >
      <div className="comment__head">
        {comment.color !== null && comment.party && (
          <span aria-hidden="true">
            <Avatar name={comment.party} color={comment.color} size={26} />
          </span>
        )}
        <strong>{comment.party ?? comment.author}</strong>
        {comment.party && comment.party !== comment.author && (
          <span className="comment__author">{comment.author}</span>
        )}
        {comment.kind === "question" && <Badge kind="question">{t("discussion.comment.question")}</Badge>}
        {comment.isExample && (
          <span title={t("discussion.comment.exampleHint")}>
            <Badge>{t("discussion.comment.example")}</Badge>
          </span>
        )}
        {comment.isUnread && <Badge kind="new">{t("discussion.comment.unread")}</Badge>}
        <a
          className="comment__when"
          href={paths.discussion(slug, comment.id)}
          title={t("discussion.comment.link")}
        >
          <time dateTime={comment.writtenAt}>{time}</time>
        </a>
      </div>
      <CommentWords body={comment.body} mentions={comment.mentions} />
      {comment.editedAt && (
        <details className="comment__earlier">
          <summary
            title={t("discussion.comment.editedAt", { time: formatDateTime(comment.editedAt, language) })}
          >
            {t("discussion.comment.edited")}
          </summary>
          <ol>
            {comment.earlier.map(({ id, body }) => (
              <li key={id}>{t("discussion.comment.earlier", { text: body })}</li>
            ))}
          </ol>
        </details>
      )}
      {comment.canEdit && (
        <details
          className="comment__edit"
          open={isEditing || isRefused}
          onToggle={(event) => setEditing(event.currentTarget.open)}
        >
          <summary>{t("discussion.comment.edit")}</summary>
          <TalkForm
            action={action}
            hidden={hidden}
            label={t("discussion.form.edit")}
            hint={t("discussion.form.editWindow", { minutes: EDIT_WINDOW_MINUTES })}
            submit={t("discussion.form.save")}
            initial={comment.body}
            choices={choices}
            onSent={(answer) => {
              setEditing(false);
              setTold(answer.unreached.length > 0 ? answer.unreached : null);
              onSent(answer);
            }}
          />
        </details>
      )}
      <p role="status" className="talk-form__said">
        {told && <Told unreached={told} />}
      </p>
    </li>
  );
}
