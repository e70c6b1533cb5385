/**
 * News of a document for pages other than its board: ids over the socket, data by the page's own loader with the
 * viewer's own rights. The usual page needs one line:
 *
 *     useFreshPage(frame.documentId, ["positions", "text"]);
 *
 * asks the loader again, in a moment, whenever positions change, the text rests after typing, or the line was away.
 * Leave the list out to hear everything. A part that loads by itself takes `useDocumentNews(documentId, (news) => …)`.
 * At most one of the two on a page for one document, and never beside `useSharedDocument`, which hears the same.
 */
import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { ChangedWhat, PresentPerson } from "../protocol/collab";
import type { News } from "./document-news";

type Timer = ReturnType<typeof setTimeout>;
/** Several rows written at once are one change to the page. Milliseconds. */
const ROWS_MILLISECONDS = 150;
/** What depends on the text is asked for again when typing has paused this long. Milliseconds. */
const TEXT_MILLISECONDS = 3000;

/**
 * Calls `onNews` for all that changes in the document and its rows while the component is mounted, and `onPeople`
 * with who is on it: null while the line is lost.
 */
export function useDocumentNews(
  documentId: string,
  onNews: (news: News) => void,
  onPeople?: (people: PresentPerson[] | null) => void,
): void {
  const told = useRef({ onNews, onPeople });
  useEffect(() => {
    told.current = { onNews, onPeople };
  });
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isOver = false;
    // Its own chunk: the page is read before there is a socket.
    void Promise.all([import("./document-news"), import("./connection"), import("./leaving")]).then(
      async ([{ DocumentNews }, { shareConnection }, { whenLeft }]) => {
        await whenLeft(documentId);
        if (isOver) return;
        const { connection, release } = shareConnection();
        const news = new DocumentNews(
          connection,
          documentId,
          (what) => told.current.onNews(what),
          (people) => told.current.onPeople?.(people),
        );
        stop = () => {
          news.stop();
          release();
        };
      },
      () => undefined, // the chunk did not come: the page stays as it was read
    );
    return () => {
      isOver = true;
      stop?.();
    };
  }, [documentId]);
}

/** Asks the page's loader again when one of these changes (everything, unless said); once when the line stands, and after it was lost. */
export function useFreshPage(
  documentId: string,
  about?: readonly (ChangedWhat | "text")[],
  onPeople?: (people: PresentPerson[] | null) => void,
): void {
  const { revalidate } = useRevalidator();
  const timers = useRef<{ rows?: Timer | undefined; text?: Timer | undefined }>({});
  useEffect(() => {
    const { current } = timers;
    return () => {
      clearTimeout(current.rows);
      clearTimeout(current.text);
    };
  }, []);
  useDocumentNews(
    documentId,
    (news) => {
      if (news !== "missed" && about && !about.includes(news)) return;
      const kind = news === "text" ? "text" : "rows";
      // Typing that goes on puts its own asking off; rows are asked for soon after the first of them.
      if (kind === "rows" && timers.current.rows) return;
      clearTimeout(timers.current[kind]);
      const ask = () => {
        timers.current[kind] = undefined;
        revalidate();
      };
      timers.current[kind] = setTimeout(ask, kind === "text" ? TEXT_MILLISECONDS : ROWS_MILLISECONDS);
    },
    onPeople,
  );
}
