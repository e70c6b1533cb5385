import "../../styles/positions-page.css";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DraftFrame } from "../../../server/queries/draft-frame.server";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import type { ProposalData } from "../../protocol/positions-data";
import { formatDateTime } from "../../ui/format";
import { Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { DraftPage } from "../drafts/draft-page";

/** A proposal as it was made: its words, its categories, and the frozen version that it is about. */
export function ProposalPage({ frame, proposal }: { frame: DraftFrame; proposal: ProposalData }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { version } = proposal;
  return (
    <DraftPage
      frame={frame}
      title={t("positions.proposal.title")}
      lead={t("positions.proposal.madeBy", {
        name: proposal.madeBy,
        time: formatDateTime(proposal.madeAt, language),
      })}
    >
      <article className="card pos-proposal">
        <p className="pos-proposal__text">{proposal.text}</p>
        {proposal.categories.length > 0 && <h3>{t("positions.proposal.categories")}</h3>}
        <ul className="pos-proposal__categories">
          {proposal.categories.map(({ id, label, sides }) => (
            <li key={id}>
              <Link to={paths.draft(frame.slug, id)}>{inLanguage(label, language)}</Link>{" "}
              <Badge kind={sides}>{t(`board.side.${sides}`)}</Badge>
            </li>
          ))}
        </ul>
        <p className="muted">
          {t("positions.proposal.boundTo", { number: version.number })}{" "}
          <Link to={paths.version(frame.slug, version.number)}>
            {t("positions.proposal.version", { number: version.number })}: {version.label}
          </Link>{" "}
          <code>{version.sha256.slice(0, 12)}</code>
        </p>
      </article>
      <p>
        <Link to={paths.positions(frame.slug)}>{t("positions.give.back")}</Link>
      </p>
    </DraftPage>
  );
}
