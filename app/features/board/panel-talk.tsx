import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CategoryTalk } from "../../../server/queries/category-discussion.server";
import { paths } from "../../paths";

// Its own chunk: the board is read and edited before anybody talks.
const TalkSections = lazy(() => import("./talk-sections"));

interface Props {
  slug: string;
  category: { id: string; label: string };
  /** Grows when the server says that something was said or suggested. */
  version: number;
  /** What the cards tell of talk should be asked for again. */
  onRead: () => void;
}

/** Suggestions to one category and the discussion of it, by the server's word. */
export function PanelTalk({ slug, category, version, onRead }: Props) {
  const { t } = useTranslation();
  const { id } = category;
  const [talk, setTalk] = useState<CategoryTalk | "loading" | "failed">("loading");
  const request = useRef<AbortController>();
  const ask = useCallback(() => {
    request.current?.abort();
    const now = new AbortController();
    request.current = now;
    fetch(paths.categoryDiscussion(slug, id), {
      headers: { Accept: "application/json" },
      signal: now.signal,
    })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        setTalk((await answer.json()) as CategoryTalk);
      })
      .catch(() => {
        // What was read before stays to be read.
        if (!now.signal.aborted) setTalk((before) => (typeof before === "object" ? before : "failed"));
      });
  }, [slug, id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` is why it is asked again
  useEffect(() => {
    ask();
    return () => request.current?.abort();
  }, [ask, version]);
  const loading = <p className="panel__hint">{t("discussion.loading")}</p>;
  if (talk === "loading") return <section className="panel__section">{loading}</section>;
  if (talk === "failed")
    return (
      <section className="panel__section">
        <p className="panel__hint">{t("discussion.failed")}</p>
      </section>
    );
  return (
    <Suspense fallback={<section className="panel__section">{loading}</section>}>
      <TalkSections slug={slug} category={category} talk={talk} onChanged={ask} onRead={onRead} />
    </Suspense>
  );
}
