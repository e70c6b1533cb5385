import "../../styles/discussion.css";
import { useTranslation } from "react-i18next";
import type { DiscussionData } from "../../protocol/discussion-data";
import { useLanguage } from "../../ui/use-language";
import { OpenForm } from "./open-form";
import { placeName } from "./place-name";
import { type TalkPlace, ThreadView } from "./thread-view";

interface Props extends Omit<TalkPlace, "choices" | "canComment"> {
  data: DiscussionData;
  /** The subject as the form says it, where the action serves several. */
  on?: string;
  /** What stands where nothing was said. */
  empty: string;
}

/** The threads of one subject, on a page or in a panel that says what they are about. */
export function SubjectDiscussion({ data, on, empty, ...place }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { threads, choices, canComment } = data;
  const talk = { ...place, choices, canComment };
  const removed = threads.some(({ place: p }) => p.kind === "category" && p.isRemoved);
  return (
    <div className="subject-talk">
      {removed && <p className="panel__hint">{t("discussion.place.removed")}</p>}
      {threads.length === 0 && <p className="panel__hint">{empty}</p>}
      {threads.map((thread) => (
        <ThreadView key={thread.id} {...talk} thread={thread} name={placeName(t, language, thread.place)} />
      ))}
      {canComment && (
        <details className="subject-talk__new">
          <summary className="button opener">{t("discussion.begin")}</summary>
          <OpenForm {...talk} {...(on && { on })} />
        </details>
      )}
    </div>
  );
}
