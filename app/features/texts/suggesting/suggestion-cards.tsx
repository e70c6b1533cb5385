import { useTranslation } from "react-i18next";
import { groupsOf } from "../../../domain/text/suggestion-list";
import type { TextSuggestionData } from "../../../protocol/text-suggestions-data";
import { Badge } from "../../../ui/page";
import { type OnSettled, SettleOne } from "./settle-forms";
import { SuggestedBy, SuggestionWords } from "./suggestion-words";

interface Props {
  slug: string;
  waiting: TextSuggestionData[];
  canSettle: boolean;
  canSuggest: boolean;
  onSettled: OnSettled;
  /** Goes to the words in the live text; not there on a page without it. */
  onGo?: (id: string) => void;
}

/**
 * Suggestions in the order of the text; those on one passage stand together under words that say so. All are items of
 * one list, so that a reason that is being written stays when a neighbour is settled.
 */
export function SuggestionCards({ waiting, ...card }: Props) {
  const { t } = useTranslation();
  return (
    <ol className="suggestion-list suggest-list">
      {groupsOf(waiting).flatMap((group) => [
        ...(group.length > 1
          ? [
              <li key={`group ${group[0]!.id}`} className="suggest-group">
                <strong>{t("texts.suggesting.group", { count: group.length })}</strong>{" "}
                <span className="muted">{t("texts.suggesting.groupHint")}</span>
              </li>,
            ]
          : []),
        ...group.map((suggestion) => (
          <Card key={suggestion.id} suggestion={suggestion} isGrouped={group.length > 1} {...card} />
        )),
      ])}
    </ol>
  );
}

type CardProps = Omit<Props, "waiting"> & { suggestion: TextSuggestionData; isGrouped: boolean };

function Card({ slug, suggestion, isGrouped, canSettle, canSuggest, onSettled, onGo }: CardProps) {
  const { t } = useTranslation();
  const { id, kind, author, under } = suggestion;
  return (
    <li
      className="card suggestion suggest-card"
      data-grouped={isGrouped || undefined}
      id={`suggestion-${id}`}
      tabIndex={-1}
    >
      <div className="suggestion__head">
        <strong>{t(`texts.suggesting.kind.${kind}`)}</strong>
        {author?.isOwn && <Badge>{t("texts.suggesting.own")}</Badge>}
      </div>
      <SuggestionWords {...suggestion} />
      <SuggestedBy author={author} />
      {under && <p className="muted suggest-under">{t("texts.suggesting.under", { title: under })}</p>}
      {onGo && (
        <button type="button" className="button button--quiet" onClick={() => onGo(id)}>
          {t("texts.suggesting.go")}
        </button>
      )}
      <SettleOne
        slug={slug}
        id={id}
        canSettle={canSettle}
        canWithdraw={canSuggest && author?.isOwn === true}
        onSettled={onSettled}
      />
    </li>
  );
}
