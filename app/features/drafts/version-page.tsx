import { useRevalidator } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { VersionPage as VersionPageData } from "../../../server/queries/versions.server";
import { useFreshPage } from "../../collab/use-document-news";
import { paths } from "../../paths";
import { LinkButton } from "../../ui/button";
import { StaticBoard } from "../board/static-board";
import { SubjectDiscussion } from "../discussion/subject-discussion";
import { ExportMenu } from "../files/export-menu";
import { FrozenText } from "../texts/frozen-text";
import { DraftPage } from "./draft-page";
import { VersionFacts } from "./versions-page";

/** One version, read-only: a board or a text. */
export function VersionPage({
  frame,
  version,
  content,
  blocks,
  sideNotes,
  differsFromLive,
  discussion,
}: VersionPageData) {
  const { t } = useTranslation();
  const { revalidate } = useRevalidator();
  useFreshPage(frame.documentId, ["discussion"]);
  const { slug, abilities } = frame;
  const { number } = version;
  return (
    <DraftPage
      frame={frame}
      title={`${t("drafts.versions.number", { number })}: ${version.label}`}
      lead={t("drafts.version.readOnly")}
      actions={
        <>
          <ExportMenu slug={slug} version={number} />
          {number > 1 && (
            <LinkButton to={paths.compare(slug, number - 1, number)}>
              {t("drafts.version.showChanges", { number: number - 1 })}
            </LinkButton>
          )}
          {differsFromLive && (
            <LinkButton to={paths.compare(slug, number, "live")}>
              {t("drafts.version.compareLive")}
            </LinkButton>
          )}
          {differsFromLive && abilities.restore && (
            <LinkButton to={paths.restoreVersion(slug, number)}>{t("drafts.version.restore")}</LinkButton>
          )}
        </>
      }
    >
      <VersionFacts version={version} />
      <div className="draft-section">
        {content.kind === "text" ? (
          <FrozenText text={content.text} blocks={blocks} />
        ) : (
          <StaticBoard split={content.split} sideNotes={sideNotes} changes={null} />
        )}
      </div>
      <section className="draft-section" aria-labelledby="version-discussion">
        <h3 id="version-discussion">{t("discussion.title")}</h3>
        <SubjectDiscussion
          slug={slug}
          action={paths.discussion(slug)}
          on={`version:${number}`}
          data={discussion}
          empty={t("discussion.empty.version")}
          onSent={revalidate}
        />
      </section>
    </DraftPage>
  );
}
