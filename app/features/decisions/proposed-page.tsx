import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ProposedDecisionPage } from "../../../server/queries/proposed-decision.server";
import { useFreshPage } from "../../collab/use-document-news";
import { inLanguage } from "../../domain/languages";
import { meetingNumber } from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import { Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { DeedsOf } from "../meetings/deeds";
import { DecisionCard } from "./decision-card";

/** A proposed decision on a page of its own: for between meetings, and for who follows a link. */
export function ProposedPage({ page, formKey }: { page: ProposedDecisionPage; formKey: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { card } = page;
  useFreshPage(page.documentId, ["decisions"]);
  return (
    <Page
      narrow
      title={t("decisions.card.title")}
      lead={
        <>
          <Link to={paths.table(page.table.slug)}>{inLanguage(page.table.name, language)}</Link> ·{" "}
          <Link to={paths.version(card.draft.slug, card.version.number)}>
            {inLanguage(card.draft.title, language)}
          </Link>
          {card.meeting && (
            <>
              {" "}
              ·{" "}
              <Link to={paths.meeting(card.meeting.slug, card.itemId ?? undefined)}>
                {t("meetings.name", { number: meetingNumber(card.meeting) })}
              </Link>
            </>
          )}
        </>
      }
    >
      <DeedsOf
        action={paths.proposedDecision(card.id)}
        route="routes/proposed-decisions.$id"
        formKey={formKey}
      >
        <DecisionCard card={card} level={2} />
      </DeedsOf>
    </Page>
  );
}
