import { useTranslation } from "react-i18next";
import type { VersionLine, VersionsPage as VersionsPageData } from "../../../server/queries/versions.server";
import { useFreshPage } from "../../collab/use-document-news";
import { paths } from "../../paths";
import { LinkButton } from "../../ui/button";
import { formatDate, formatDateTime } from "../../ui/format";
import { EmptyState, Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { DraftPage } from "./draft-page";
import { type FreezeAnswer, FreezeForm } from "./freeze-form";

const NEWS = ["versions", "draft", "text"] as const;

interface Props extends VersionsPageData {
  /** The version that was just frozen. */
  frozen: number | null;
  answer: FreezeAnswer | undefined;
}

/** The draft's versions, the newest first, and the form that freezes the next. */
export function VersionsPage({ frame, versions, isLiveFrozen, frozen, answer, ...live }: Props) {
  const { t } = useTranslation();
  useFreshPage(frame.documentId, NEWS);
  return (
    <DraftPage frame={frame} title={t("drafts.versions.title")} lead={t("drafts.versions.lead")}>
      {frozen !== null && versions.some(({ number }) => number === frozen) && (
        <div role="status">
          <Notice kind="ok">{t("drafts.versions.frozenNow", { number: frozen })}</Notice>
        </div>
      )}
      <div className={frame.abilities.freeze ? "draft-columns" : undefined}>
        {versions.length === 0 ? (
          <EmptyState title={t("drafts.versions.emptyTitle")}>{t("drafts.versions.emptyText")}</EmptyState>
        ) : (
          <ol className="version-list" reversed>
            {versions.map((version, index) => (
              <VersionCard
                key={version.number}
                slug={frame.slug}
                version={version}
                before={versions[index + 1]?.number ?? null}
                live={index > 0 ? null : isLiveFrozen ? "same" : "changed"}
              />
            ))}
          </ol>
        )}
        {frame.abilities.freeze && (
          <FreezeForm
            key={frozen ?? 0}
            slug={frame.slug}
            problems={live.problems}
            openSuggestions={live.openSuggestions}
            answer={answer}
          />
        )}
      </div>
    </DraftPage>
  );
}

interface CardProps {
  slug: string;
  version: VersionLine;
  before: number | null;
  /** Of the newest version: whether the live draft has changed after it. */
  live: "same" | "changed" | null;
}

function VersionCard({ slug, version, before, live }: CardProps) {
  const { t } = useTranslation();
  const { number } = version;
  return (
    <li className="card version-card">
      <div className="version-card__head">
        <h3 className="version-card__title">{version.label}</h3>
        <span className="version-card__number">{t("drafts.versions.number", { number })}</span>
      </div>
      <VersionFacts version={version} />
      {live === "same" && <p className="version-card__facts">{t("drafts.versions.sameAsLive")}</p>}
      <div className="version-card__links">
        <LinkButton to={paths.version(slug, number)}>{t("drafts.versions.open", { number })}</LinkButton>
        {before !== null && (
          <LinkButton variant="quiet" to={paths.compare(slug, before, number)}>
            {t("drafts.versions.compareBefore", { number: before })}
          </LinkButton>
        )}
        {live === "changed" && (
          <LinkButton variant="quiet" to={paths.compare(slug, number, "live")}>
            {t("drafts.versions.compareLive")}
          </LinkButton>
        )}
      </div>
    </li>
  );
}

/** Meeting, who froze it and when, and in a disclosure the digest by which it can be told from any other. */
export function VersionFacts({ version }: { version: VersionLine }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <p className="version-card__facts">
        {version.meetingDate &&
          `${t("drafts.versions.meeting", { date: formatDate(version.meetingDate, language) })} · `}
        {t("drafts.versions.frozen", {
          name: version.frozenBy,
          time: formatDateTime(version.frozenAt, language),
        })}
      </p>
      <details className="version-details">
        <summary>
          {t("drafts.versions.details")}: <code>{version.sha256.slice(0, 12)}</code>
        </summary>
        <dl>
          <dt>{t("drafts.versions.sha256")}</dt>
          <dd>
            <code>{version.sha256}</code>
          </dd>
          <dt>{t("drafts.versions.seq")}</dt>
          <dd>{t("drafts.versions.seqValue", { seq: version.seq })}</dd>
        </dl>
      </details>
    </>
  );
}
