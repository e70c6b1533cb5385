import { useTranslation } from "react-i18next";
import { excerptOf } from "../../../domain/discussion/comment";
import type { MarginThread } from "../../../protocol/text-data";
import { Button } from "../../../ui/button";
import { Badge } from "../../../ui/page";
import { type TalkPlace, ThreadView } from "../../discussion/thread-view";
import type { MarginStore } from "./margin-store";

interface Props {
  thread: MarginThread;
  isGone: boolean;
  /** All of it is shown. */
  isOpen: boolean;
  isActive: boolean;
  place: TalkPlace;
  store: MarginStore;
}

/** One thread beside the text: its first words, or all of it. */
export function MarginCard({ thread, isGone, isOpen, isActive, place, store }: Props) {
  const { t } = useTranslation();
  const { id, comments, resolved, isUnread, anchor } = thread;
  const [first] = comments;
  const name = t("texts.margin.place", { quote: excerptOf(anchor.quote, 60) });
  return (
    <li
      className="margin-card"
      id={`thread-${id}`}
      data-thread-card={id}
      data-active={isActive || undefined}
      data-resolved={resolved ? "" : undefined}
    >
      <button
        type="button"
        className="margin-card__open"
        data-card={id}
        aria-expanded={isOpen}
        onClick={() => store.activate(isActive ? null : id)}
      >
        <span className="margin-quote">
          <span className="visually-hidden">{t("texts.margin.quote")}: </span>”{excerptOf(anchor.quote, 80)}”
        </span>
        {!isOpen && first && (
          <span className="margin-card__words">
            <strong>{first.party ?? first.author}</strong>: {excerptOf(first.body, 120)}
          </span>
        )}
        <span className="margin-card__marks">
          {isGone && <Badge kind="change">{t("texts.margin.gone")}</Badge>}
          {isUnread && <Badge kind="new">{t("discussion.comment.unread")}</Badge>}
          {!isOpen && resolved && <Badge kind="ok">✓ {t("discussion.thread.resolved")}</Badge>}
          {!isOpen && comments.length > 1 && (
            <span className="muted">{t("texts.margin.replies", { count: comments.length - 1 })}</span>
          )}
        </span>
      </button>
      {isOpen && (
        <>
          <ThreadView {...place} thread={thread} name={name} />
          {!isGone && (
            <Button variant="quiet" onClick={() => store.goTo(id)}>
              {t("texts.margin.goTo")}
            </Button>
          )}
        </>
      )}
    </li>
  );
}
