import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AnswerView as Answer } from "../../../server/queries/initiative-parts.server";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import { formatDateTime } from "../../ui/format";
import { Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { StateBadge } from "./state-badge";

/** One answer with its reason, its evidence and who recorded it. */
export function AnswerView({ answer, withState = false }: { answer: Answer; withState?: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const text = inLanguage(answer.text, language);
  return (
    <div className="demand-answer">
      {withState && <StateBadge state={answer.state} />}
      {answer.isExample && <Badge>{t("initiatives.example")}</Badge>}
      {text && <p className="initiative-words">{text}</p>}
      {answer.reason && (
        <p className="initiative-words">
          {t("initiatives.answer.declinedReason", { reason: answer.reason })}
        </p>
      )}
      {(answer.draft || answer.href) && (
        <p className="demand-answer__evidence">
          {t("initiatives.answer.evidenceDraft")}{" "}
          {answer.draft && (
            <Link to={paths.draft(answer.draft.slug)}>{inLanguage(answer.draft.title, language)}</Link>
          )}
          {answer.draft && answer.href && " · "}
          {answer.href && <EvidenceLink href={answer.href} />}
        </p>
      )}
      {answer.note && <p className="muted initiative-words">{answer.note}</p>}
      <p className="muted demand-answer__by">
        {t("initiatives.answer.by", {
          name: answer.answeredBy,
          time: formatDateTime(answer.at, language),
        })}
      </p>
    </div>
  );
}

/** An address that somebody gave: it leads away and takes nothing along. */
export function EvidenceLink({ href }: { href: string }) {
  return (
    <a href={href} rel="noopener noreferrer nofollow">
      {href}
    </a>
  );
}
