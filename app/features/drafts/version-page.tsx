import { useTranslation } from "react-i18next";
import type { VersionPage as VersionPageData } from "../../../server/queries/versions.server";
import { paths } from "../../paths";
import { LinkButton } from "../../ui/button";
import { StaticBoard } from "../board/static-board";
import { DraftPage } from "./draft-page";
import { VersionFacts } from "./versions-page";

/** One version on a read-only board. */
export function VersionPage({ frame, version, split, sideNotes, differsFromLive }: VersionPageData) {
  const { t } = useTranslation();
  const { slug, abilities } = frame;
  const { number } = version;
  return (
    <DraftPage
      frame={frame}
      title={`${t("drafts.versions.number", { number })}: ${version.label}`}
      lead={t("drafts.version.readOnly")}
      actions={
        <>
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
        <StaticBoard split={split} sideNotes={sideNotes} changes={null} />
      </div>
    </DraftPage>
  );
}
