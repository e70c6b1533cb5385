import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DraftCounts } from "../../domain/draft-content";
import type { DraftKind } from "../../domain/drafts";
import { inLanguage, type Localized } from "../../domain/languages";
import type { DraftState } from "../../domain/policy";
import { paths } from "../../paths";
import { formatDate, formatDateTime } from "../../ui/format";
import { Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { useAmounts } from "../drafts/use-amounts";

/** A draft as the home page and a table's page list it. */
export interface ListedDraft {
  slug: string;
  kind: DraftKind;
  title: Localized;
  state: DraftState;
  counts: DraftCounts | null;
  lastVersion: { number: number; label: string; meetingDate: string | null } | null;
  changedAt: string;
}

/** Drafts with what a reader asks first: its state, how much there is, the last version, when it changed. */
export function DraftList({ drafts }: { drafts: ListedDraft[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const amounts = useAmounts();
  return (
    <ul className="draft-list">
      {drafts.map((draft) => (
        <li key={draft.slug} className="draft-list__item">
          <p className="draft-list__title">
            <Link to={paths.draft(draft.slug)}>{inLanguage(draft.title, language)}</Link>{" "}
            <Badge kind={draft.state === "open" ? "draft" : undefined}>
              {t(`drafts.state.${draft.state}`)}
            </Badge>
          </p>
          <p className="muted">
            {[
              draft.kind === "text" && t("texts.title"),
              ...(draft.counts ? amounts(draft.counts) : []),
              draft.lastVersion
                ? t("tables.draft.version", {
                    number: draft.lastVersion.number,
                    label: draft.lastVersion.label,
                  }) +
                  (draft.lastVersion.meetingDate
                    ? ` (${formatDate(draft.lastVersion.meetingDate, language)})`
                    : "")
                : t("tables.draft.noVersion"),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <p className="muted">
            {t("tables.draft.changed", { time: formatDateTime(draft.changedAt, language) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
