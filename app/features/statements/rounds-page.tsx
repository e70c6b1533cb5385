import "../../styles/statements.css";
import { useTranslation } from "react-i18next";
import type { RoundLine, RoundsPage as RoundsPageData } from "../../../server/queries/rounds-page.server";
import { useFreshPage } from "../../collab/use-document-news";
import { paths } from "../../paths";
import { LinkButton } from "../../ui/button";
import { formatDate } from "../../ui/format";
import { Badge, EmptyState, Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { DraftPage } from "../drafts/draft-page";

/** The statement rounds of a draft, the newest first. */
export function RoundsPage({ frame, rounds, mayOpen, hasVersion }: RoundsPageData) {
  const { t } = useTranslation();
  useFreshPage(frame.documentId, ["statements", "versions"]);
  const open = mayOpen && hasVersion && (
    <LinkButton variant={rounds.length === 0 ? "primary" : "plain"} to={paths.newRound(frame.slug)}>
      {t("statements.list.open")}
    </LinkButton>
  );
  return (
    <DraftPage frame={frame} title={t("statements.title")} lead={t("statements.list.lead")} actions={open}>
      {mayOpen && !hasVersion && <Notice>{t("statements.list.noVersion")}</Notice>}
      {rounds.length === 0 ? (
        <EmptyState title={t("statements.list.emptyTitle")}>{t("statements.list.emptyText")}</EmptyState>
      ) : (
        <ul className="round-list">
          {rounds.map((round) => (
            <RoundCard key={round.slug} round={round} />
          ))}
        </ul>
      )}
    </DraftPage>
  );
}

function RoundCard({ round }: { round: RoundLine }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { given, asked } = round;
  return (
    <li className="card round-card">
      <div className="round-card__head">
        <h3>{round.title}</h3>
        {round.isClosed && <Badge>{t("statements.status.closed")}</Badge>}
      </div>
      <p className="muted">
        {[
          t("statements.list.version", { number: round.version }),
          t("statements.list.due", { date: formatDate(round.dueOn, language) }),
          t("statements.list.given", { given, asked }),
        ].join(" · ")}
      </p>
      <div className="row">
        {round.waiting.map((party) => (
          <LinkButton key={party.slug} variant="primary" to={paths.statement(round.slug, party.slug)}>
            {t("statements.list.write")}
            {round.waiting.length > 1 && `: ${party.name}`}
          </LinkButton>
        ))}
        <LinkButton to={paths.round(round.slug)} aria-label={`${t("statements.list.show")}: ${round.title}`}>
          {t("statements.list.show")}
        </LinkButton>
      </div>
    </li>
  );
}
