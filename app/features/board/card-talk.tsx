import { useTranslation } from "react-i18next";
import type { BoardData } from "../../protocol/board-data";
import type { ThreadCount } from "../../protocol/discussion-data";

/** What a card tells of talk about its category. */
export interface CardTalk extends ThreadCount {
  /** Suggestions that wait. */
  suggestions: number;
}

/** What the card of this category tells, or undefined for nothing. */
export function talkOf(
  { threadCounts, suggestionCounts }: Pick<BoardData, "threadCounts" | "suggestionCounts">,
  id: string,
): CardTalk | undefined {
  const { open, unread } = threadCounts[id] ?? { open: 0, unread: false };
  const suggestions = suggestionCounts[id] ?? 0;
  return open > 0 || unread || suggestions > 0 ? { open, unread, suggestions } : undefined;
}

/** Counts with their words for those who do not see the marks. */
export function CardTalkMarks({ talk: { open, unread, suggestions } }: { talk: CardTalk }) {
  const { t } = useTranslation();
  const words = [
    ...(open > 0 || unread ? [t("discussion.card.open", { count: open })] : []),
    ...(unread ? [t("discussion.card.unread")] : []),
    ...(suggestions > 0 ? [t("discussion.card.suggestions", { count: suggestions })] : []),
  ].join(", ");
  return (
    <span className="card-talk" title={words} data-unread={unread || undefined}>
      <span className="visually-hidden">{words}</span>
      {(open > 0 || unread) && (
        <span aria-hidden="true">
          <svg
            aria-hidden="true"
            width="14"
            height="14"
            viewBox="0 0 14 14"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.500"
          >
            <path d="M1.500 2h11v7.500H6L3 12.500v-3H1.500z" strokeLinejoin="round" />
          </svg>
          {open}
          {unread && <span className="card-talk__new">●</span>}
        </span>
      )}
      {suggestions > 0 && <span aria-hidden="true">✎ {suggestions}</span>}
    </span>
  );
}
