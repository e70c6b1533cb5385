import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import type { MarginThread, TextPageData } from "../../../protocol/text-data";
import { MarginStore } from "./margin-store";

export interface Margin {
  store: MarginStore;
  /** Tells a screen reader, quietly. */
  announce: (text: string) => void;
}

/** The comments of an open text. `store.extension` belongs to the editor, `MarginColumns` (margin-columns.tsx) around it. */
export function useMargin(
  { margin: threads, talk }: Pick<TextPageData, "margin" | "talk">,
  doc: Y.Doc | null,
  announce: (text: string) => void,
): Margin {
  const { t } = useTranslation();
  const [store] = useState(() => new MarginStore());
  useEffect(() => store.use(doc, threads, talk.canComment), [store, doc, threads, talk.canComment]);
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const ids = new Set(threads.flatMap(newIds));
    const { current } = known;
    const count = current ? [...ids].filter((id) => !current.has(id)).length : 0;
    known.current = ids;
    if (count > 0) announce(t("texts.margin.arrived", { count }));
  }, [threads, announce, t]);
  // The caret has come into words with a comment: said once, and nothing when it leaves them.
  const said = useRef<string | null>(null);
  const tell = useCallback(() => {
    const { active } = store.shown;
    if (active === said.current) return;
    said.current = active;
    const thread = store.isInText && threads.find(({ id }) => id === active);
    const first = thread ? thread.comments[0] : undefined;
    if (thread && first)
      announce(
        t("texts.margin.here", { count: thread.comments.length, author: first.party ?? first.author }),
      );
  }, [store, threads, announce, t]);
  useEffect(() => store.subscribe(tell), [store, tell]);
  return { store, announce };
}

/** Comments that others wrote and the viewer has not read. */
const newIds = ({ comments }: MarginThread) =>
  comments.flatMap(({ id, isOwn, isUnread }) => (isUnread && !isOwn ? [id] : []));
