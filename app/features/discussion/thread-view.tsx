import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DiscussionData, TalkAnswer, ThreadData } from "../../protocol/discussion-data";
import { Button } from "../../ui/button";
import { formatDateTime } from "../../ui/format";
import { Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { useAnswer } from "../session/use-answer";
import { CommentView } from "./comment-view";
import { TalkForm } from "./talk-form";
import { useReadWhenSeen } from "./use-read-when-seen";
import { useSentForm } from "./use-sent-form";

export interface TalkPlace {
  slug: string;
  /** Where the forms are sent. */
  action: string;
  choices: DiscussionData["choices"];
  canComment: boolean;
  /** Something was written or settled: what is shown should be asked for again. */
  onSent: (answer: TalkAnswer) => void;
  /** What was new has been seen and remembered as read. */
  onRead?: () => void;
}

interface Props extends TalkPlace {
  thread: ThreadData;
  /** What it is about, in words; for its name. */
  name: string;
  /** What it is about, above the comments; nothing where the page says it. */
  head?: ReactNode;
}

/** One thread: its comments, a reply, and resolving it. */
export function ThreadView({ thread, name, head, ...place }: Props) {
  const { slug, action, choices, canComment, onSent, onRead } = place;
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, comments, resolved } = thread;
  const hidden = { intent: "reply", thread: id };
  const isRefused = useAnswer(hidden).refused;
  const [isReplying, setReplying] = useState(false);
  const end = useReadWhenSeen(thread, action, onRead);
  return (
    <section
      className="thread"
      aria-label={t("discussion.thread.name", { place: name })}
      data-resolved={resolved ? "" : undefined}
    >
      <div className="thread__head">
        {head}
        <Badge kind={resolved ? "ok" : "draft"}>
          {resolved ? `✓ ${t("discussion.thread.resolved")}` : t("discussion.thread.open")}
        </Badge>
        {resolved && (
          <span className="muted">
            {t("discussion.thread.resolvedBy", {
              name: resolved.by,
              time: formatDateTime(resolved.at, language),
            })}
          </span>
        )}
      </div>
      <ol className="thread__comments">
        {comments.map((comment) => (
          <CommentView
            key={comment.id}
            slug={slug}
            action={action}
            comment={comment}
            choices={choices}
            onSent={onSent}
          />
        ))}
      </ol>
      <div ref={end} />
      {(canComment || thread.canSettle) && (
        <div className="thread__acts">
          {canComment && (
            <details
              className="thread__reply"
              open={isReplying || isRefused}
              onToggle={(event) => setReplying(event.currentTarget.open)}
            >
              <summary className="button opener">{t("discussion.form.sendReply")}</summary>
              <TalkForm
                action={action}
                hidden={hidden}
                label={t("discussion.form.reply")}
                hint={t("discussion.form.hintShort")}
                submit={t("discussion.form.send")}
                choices={choices}
                onSent={onSent}
              />
            </details>
          )}
          {thread.canSettle && <SettleForm {...place} thread={thread} />}
        </div>
      )}
    </section>
  );
}

/** Resolves the thread, or opens it again. */
function SettleForm({ action, thread, onSent }: TalkPlace & { thread: ThreadData }) {
  const { t } = useTranslation();
  const hidden = { intent: thread.resolved ? "reopen" : "resolve", thread: thread.id };
  const form = useSentForm<TalkAnswer>(action, hidden, "discussion.sendFailed", onSent);
  return (
    <form method="post" action={action} className="thread__settle" onSubmit={form.onSubmit}>
      <input type="hidden" name="intent" value={hidden.intent} />
      <input type="hidden" name="thread" value={thread.id} />
      <input type="hidden" name="stay" value={thread.comments[0]?.id ?? ""} />
      <Button type="submit" variant="quiet" disabled={form.isBusy}>
        {thread.resolved ? t("discussion.thread.reopen") : `✓ ${t("discussion.thread.resolve")}`}
      </Button>
      {form.general && (
        <p className="field__error" role="alert">
          {form.general}
        </p>
      )}
    </form>
  );
}
