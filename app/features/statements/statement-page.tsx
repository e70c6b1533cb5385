import "../../styles/statements.css";
import { Link, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { StatementPage as StatementPageData } from "../../../server/queries/statement-page.server";
import { useFreshPage } from "../../collab/use-document-news";
import type { Outcome, Problem } from "../../messages/problem";
import { paths } from "../../paths";
import { LinkButton } from "../../ui/button";
import { formatDate } from "../../ui/format";
import { Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { DraftPage } from "../drafts/draft-page";
import { ReviewStatement } from "./review-statement";
import { SentStatement } from "./sent-statement";
import { WriteSections } from "./write-sections";

export interface StatementPageProps extends StatementPageData {
  /** The section that is written now, as the address names it. */
  open: string | null;
  review: boolean;
  sentNow: boolean;
  answer:
    | {
        opened: Outcome<{ documentId: string }> | null;
        problem: Problem | null;
        typed: { organ: string; section: string; organDate: string } | null;
      }
    | undefined;
}

/** What was typed last is saved a moment after its field is left. Milliseconds. */
const SAVED_AFTER = 800;

/** One party's statement: written by its own people, read by the whole table once it is sent (rule R2). */
export function StatementPage(props: StatementPageProps) {
  const { frame, round, party, draft, statements, open, review, sentNow, answer } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const { revalidate } = useRevalidator();
  useFreshPage(frame.documentId, ["statements"]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a section that was left has new words in a moment
  useEffect(() => {
    if (!draft) return;
    const timer = setTimeout(revalidate, SAVED_AFTER);
    return () => clearTimeout(timer);
  }, [open]);
  const canWrite = draft !== null && draft.why === null;
  const isReview = canWrite && draft.maySend && (review || Boolean(answer?.problem));
  const [latest, ...earlier] = statements;
  return (
    <DraftPage
      frame={frame}
      title={t(isReview ? "statements.review.title" : "statements.write.title", { party: party.name })}
      lead={draft ? t("statements.write.lead") : undefined}
      actions={<LinkButton to={paths.round(round.slug)}>{t("statements.write.back")}</LinkButton>}
    >
      <p className="muted statement-facts">
        <Link to={paths.round(round.slug)}>{round.title}</Link> ·{" "}
        {t("statements.round.pinned", { number: round.version.number, label: round.version.label })}
        {canWrite && ` · ${t("statements.write.due", { date: formatDate(props.lastDay, language) })}`}
      </p>
      {sentNow && (
        <div role="status">
          <Notice kind="ok">{t("statements.sent.now")}</Notice>
        </div>
      )}
      {props.askedAgain && <Notice>{t("statements.sent.newAsked")}</Notice>}
      {draft?.why && draft.why !== "given" && !latest && (
        <Notice kind="warning">{t(`statements.error.${draft.why}`)}</Notice>
      )}
      {isReview ? (
        <ReviewStatement {...props} draft={draft} />
      ) : (
        draft && <WriteSections {...props} draft={draft} canWrite={canWrite} />
      )}
      {!draft && !latest && <p>{t("statements.sent.none")}</p>}
      {latest && !isReview && <SentStatement {...props} statement={latest} />}
      {earlier.length > 0 && !isReview && (
        <section className="draft-section" aria-labelledby="earlier">
          <h3 id="earlier">{t("statements.sent.earlier")}</h3>
          <p className="muted">{t("statements.sent.earlierNote")}</p>
          {earlier.map((statement) => (
            <SentStatement key={statement.id} {...props} statement={statement} />
          ))}
        </section>
      )}
    </DraftPage>
  );
}
