import "../../../styles/discussion.css";
import "../../../styles/texts-margin.css";
import { type ReactNode, useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../../paths";
import type { TalkAnswer } from "../../../protocol/discussion-data";
import type { TextPageData } from "../../../protocol/text-data";
import { Button } from "../../../ui/button";
import type { DiscussionFilter } from "../../discussion/shown-threads";
import type { TalkPlace } from "../../discussion/thread-view";
import { MarginCards } from "./margin-cards";
import { MarginHead, type MarginView } from "./margin-head";
import { NewComment } from "./new-comment";
import type { Margin } from "./use-margin";

interface Props {
  slug: string;
  data: Pick<TextPageData, "margin" | "talk">;
  margin: Margin;
  /** Something was written: the page's data should be asked for again. */
  onSent: () => void;
  /** The editor. */
  children: ReactNode;
}

/** The text and its comments beside it; below it where there is no room. */
export function MarginColumns({ slug, data, margin, onSent, children }: Props) {
  const { t } = useTranslation();
  const { store, announce } = margin;
  const shown = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
  const [view, setView] = useState<MarginView>("margin");
  const [filter, setFilter] = useState<DiscussionFilter>("open");
  const [fresh, setFresh] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const { canComment, choices } = data.talk;

  const openThread = useCallback((thread: string) => {
    setFilter((now) => (frame.current?.querySelector(`[data-card="${thread}"]`) ? now : "all"));
    requestAnimationFrame(() =>
      frame.current?.querySelector<HTMLElement>(`[data-card="${thread}"]`)?.focus(),
    );
  }, []);
  useEffect(() => {
    store.onEvent = (event, thread) => {
      if (event === "chooseFirst") announce(t("texts.margin.chooseFirst"));
      else if (event === "openThread" && thread) openThread(thread);
    };
  }, [store, announce, t, openThread]);

  // A link to a comment's words.
  useEffect(() => {
    const [, thread] = /^#thread-(.+)$/.exec(window.location.hash) ?? [];
    if (shown.isReady && thread) store.goTo(thread);
  }, [shown.isReady, store]);

  // The new thread has come with the page's data: it is opened, and read next.
  const written = fresh && data.margin.find(({ comments }) => comments[0]?.id === fresh)?.id;
  useEffect(() => {
    if (!written) return;
    setFresh(null);
    store.activate(written);
    openThread(written);
  }, [written, store, openThread]);

  const place: TalkPlace = {
    ...{ slug, action: paths.discussion(slug), choices, canComment, onSent, onRead: onSent },
  };
  const onNew = ({ commentId }: TalkAnswer) => {
    store.endNew();
    setFresh(commentId);
    onSent();
  };
  return (
    <div className="with-margin" data-view={view} ref={frame}>
      <div className="text-main margin-beside" ref={text}>
        {children}
        {shown.canChoose && shown.quote === null && (
          <Button
            className="margin-add"
            style={{ top: store.selectionTop(text.current) }}
            title={t("texts.margin.commentHint")}
            onClick={() => store.comment()}
          >
            {t("texts.margin.comment")}
          </Button>
        )}
      </div>
      <section className="margin" aria-label={t("texts.margin.title")}>
        <MarginHead
          threads={data.margin}
          canComment={canComment}
          {...{ view, setView, filter, setFilter }}
          onComment={() => store.comment()}
        />
        {shown.quote !== null && (
          <NewComment
            quote={shown.quote}
            store={store}
            place={{ ...place, onSent: onNew }}
            onCancel={() => {
              store.endNew();
              store.goTo(null);
            }}
          />
        )}
        <MarginCards {...{ beside: text, shown, store, view, filter, place }} threads={data.margin} />
      </section>
    </div>
  );
}
