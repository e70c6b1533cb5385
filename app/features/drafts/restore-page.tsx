import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { VersionPage } from "../../../server/queries/versions.server";
import type { SplitChange } from "../../domain/split/diff";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { ChangeList } from "./change-list";
import { DraftPage } from "./draft-page";

type Props = Omit<VersionPage, "discussion"> & { changes: SplitChange[] };

/** Asks before a restore, and shows what it would change. A step of its own, so that it works without JavaScript. */
export function RestorePage({ frame, version, changes }: Props) {
  const { t } = useTranslation();
  const isBusy = useNavigation().state === "submitting";
  const { number } = version;
  const { slug, abilities } = frame;
  if (changes.length === 0 || !abilities.restore)
    return (
      <DraftPage frame={frame} title={t("drafts.version.restoreTitle", { number })}>
        <p>
          {t(changes.length === 0 ? "drafts.version.restoreNothing" : "drafts.version.cannotRestore", {
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
        <ChangeList changes={changes} />
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
