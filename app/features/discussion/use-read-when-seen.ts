import { type RefObject, useEffect, useRef } from "react";
import type { ThreadData } from "../../protocol/discussion-data";

/** The end of a thread has stood on the screen this long: it was read. Milliseconds. */
const SEEN_MILLISECONDS = 1_000;

/**
 * Remembers a thread as read when its end was on the screen for a moment, up to the last comment shown. The marks stay
 * until the page is asked for again. Answers what to put after the last comment.
 */
export function useReadWhenSeen(
  { id, comments, isUnread }: ThreadData,
  action: string,
  onRead?: () => void,
): RefObject<HTMLDivElement> {
  const end = useRef<HTMLDivElement>(null);
  const told = useRef(onRead);
  useEffect(() => {
    told.current = onRead;
  });
  const until = comments.at(-1)?.writtenAt ?? "";
  useEffect(() => {
    if (!isUnread || !until || !end.current) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (!entry?.isIntersecting) return;
      timer = setTimeout(() => {
        observer.disconnect();
        const body = new URLSearchParams({ intent: "read", thread: id, until });
        fetch(action, { method: "POST", body, headers: { Accept: "application/json" } }).then(
          (answer) => answer.ok && told.current?.(),
          () => undefined, // it stays unread
        );
      }, SEEN_MILLISECONDS);
    });
    observer.observe(end.current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [id, until, isUnread, action]);
  return end;
}
