import "../../../styles/discussion.css";
import "../../../styles/texts-margin.css";
import { useTranslation } from "react-i18next";
import { excerptOf } from "../../../domain/discussion/comment";
import { paths } from "../../../paths";
import type { TextPageData } from "../../../protocol/text-data";
import { Badge } from "../../../ui/page";
import { ThreadView } from "../../discussion/thread-view";

/** The comments below a text that is only read: without JavaScript, and until the editor stands. */
export function PassageList({ slug, data }: { slug: string; data: Pick<TextPageData, "margin" | "talk"> }) {
  const { t } = useTranslation();
  if (data.margin.length === 0) return null;
  const { canComment, choices } = data.talk;
  return (
    <section className="passage-list" aria-labelledby="passage-list">
      <h2 id="passage-list">{t("texts.margin.lead")}</h2>
      {data.margin.map((thread) => (
        <ThreadView
          key={thread.id}
          {...{ slug, action: paths.discussion(slug), choices, canComment }}
          onSent={() => undefined}
          thread={thread}
          name={t("texts.margin.place", { quote: excerptOf(thread.anchor.quote, 60) })}
          head={
            <>
              <blockquote className="margin-quote" id={`thread-${thread.id}`}>
                ”{thread.anchor.quote}”
              </blockquote>
              {thread.place.kind === "passage" && thread.place.isGone && (
                <Badge kind="change">{t("texts.margin.gone")}</Badge>
              )}
            </>
          }
        />
      ))}
    </section>
  );
}
