import "../../../styles/discussion.css";
import "../../../styles/texts-suggesting.css";
import { useRevalidator } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { TextSuggestionsPage as Page } from "../../../../server/queries/text-suggestions.server";
import { useFreshPage } from "../../../collab/use-document-news";
import type { SettledTextSuggestion } from "../../../protocol/text-suggestions-data";
import { formatDateTime } from "../../../ui/format";
import { Badge, EmptyState } from "../../../ui/page";
import { useLanguage } from "../../../ui/use-language";
import { useAnnouncer } from "../../board/use-announcer";
import { DraftPage } from "../../drafts/draft-page";
import { SettleMany } from "./settle-forms";
import { SuggestionCards } from "./suggestion-cards";
import { SuggestionWords } from "./suggestion-words";
import { useToldSettled } from "./use-told-settled";

/** The suggestions in a text with their context, those that were settled with their reasons. Works without JavaScript. */
export function TextSuggestionsPage({ frame, waiting, settled, canSettle, canSuggest }: Page) {
  const { t } = useTranslation();
  const { revalidate } = useRevalidator();
  useFreshPage(frame.documentId, ["suggestions", "text"]);
  const [region, announce] = useAnnouncer();
  const onSettled = useToldSettled(announce, revalidate);
  return (
    <DraftPage frame={frame} title={t("texts.suggesting.title")} lead={t("texts.suggesting.lead")}>
      {region}
      {waiting.length + settled.length === 0 && (
        <EmptyState title={t("texts.suggesting.none")}>{canSuggest && t("texts.suggesting.how")}</EmptyState>
      )}
      {waiting.length > 0 && (
        <section aria-labelledby="waiting">
          <h3 id="waiting">{t("texts.suggesting.waiting", { count: waiting.length })}</h3>
          {canSettle && waiting.length > 1 && (
            <SettleMany slug={frame.slug} waiting={waiting} onSettled={onSettled} />
          )}
          <SuggestionCards
            slug={frame.slug}
            waiting={waiting}
            canSettle={canSettle}
            canSuggest={canSuggest}
            onSettled={onSettled}
          />
        </section>
      )}
      {settled.length > 0 && (
        <section aria-labelledby="settled" className="draft-section">
          <h3 id="settled">{t("texts.suggesting.settled")}</h3>
          <ol className="suggestion-list">
            {settled.map((one) => (
              <SettledCard key={one.key} settled={one} />
            ))}
          </ol>
        </section>
      )}
    </DraftPage>
  );
}

const FATE_BADGE = { accepted: "ok", declined: "change", withdrawn: undefined } as const;

function SettledCard({ settled }: { settled: SettledTextSuggestion }) {
  const { t } = useTranslation();
  const { fate, reason, removed, added, by, settledAt, party, author } = settled;
  const values = { name: by, time: formatDateTime(settledAt, useLanguage()) };
  const kind = FATE_BADGE[fate];
  return (
    <li className="card suggestion">
      <div className="suggestion__head">
        <Badge {...(kind && { kind })}>{t(`suggestions.fate.${fate}`)}</Badge>
      </div>
      <SuggestionWords removed={removed} added={added} />
      {author && (
        <p className="suggestion__who">
          {party
            ? t("texts.suggesting.byParty", { party, name: author })
            : t("texts.suggesting.by", { name: author })}
        </p>
      )}
      <div className="suggestion__fate">
        <p>{t(`suggestions.fate.${fate}By`, values)}</p>
        {reason && <p className="suggestion__reason">{reason}</p>}
      </div>
    </li>
  );
}
