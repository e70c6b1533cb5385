import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RestorePage as RestorePageData } from "../../../server/queries/versions.server";
import { isChanged } from "../../domain/draft-difference";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { Notice } from "../../ui/page";
import { TextChangeList } from "../texts/change-words";
import { TextDifference } from "../texts/text-difference";
import { ChangeList } from "./change-list";
import { DraftPage } from "./draft-page";

/** Asks before a restore, and shows what it would change. A step of its own, so that it works without JavaScript. */
export function RestorePage({ frame, version, difference, openSuggestions }: RestorePageData) {
  const { t } = useTranslation();
  const isBusy = useNavigation().state === "submitting";
  const { number } = version;
  const { slug, abilities } = frame;
  const isSame = !isChanged(difference) && openSuggestions === 0;
  if (isSame || !abilities.restore)
    return (
      <DraftPage frame={frame} title={t("drafts.version.restoreTitle", { number })}>
        <p>
          {t(isSame ? "drafts.version.restoreNothing" : "drafts.version.cannotRestore", {
            number,
          })}
        </p>
        <p className="draft-section">
          <LinkButton to={paths.version(slug, number)}>{t("drafts.versions.open", { number })}</LinkButton>
        </p>
      </DraftPage>
    );
  return (
    <DraftPage
      frame={frame}
      title={t("drafts.version.restoreTitle", { number })}
      lead={t("drafts.version.restoreLead", { number })}
    >
      <p>
        {t("drafts.version.freezeFirst")} <Link to={paths.versions(slug)}>{t("drafts.versions.title")}</Link>
      </p>
      <section className="draft-section" aria-labelledby="restore-changes">
        <h3 id="restore-changes">{t("drafts.version.restoreChanges")}</h3>
        {openSuggestions > 0 && (
          <Notice kind="warning">{t("drafts.version.suggestionsLost", { count: openSuggestions })}</Notice>
        )}
        {difference.kind === "split" ? (
          <ChangeList changes={difference.changes} />
        ) : (
          <>
            <TextChangeList entries={difference.entries} />
            <TextDifference entries={difference.entries} />
          </>
        )}
      </section>
      <Form method="post" className="draft-section page__actions">
        <Button type="submit" variant="primary" disabled={isBusy}>
          {t("drafts.version.restoreConfirm", { number })}
        </Button>
        <LinkButton to={paths.version(slug, number)}>{t("common.cancel")}</LinkButton>
      </Form>
    </DraftPage>
  );
}
