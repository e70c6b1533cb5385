import "../../styles/initiatives.css";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { InitiativesPage as InitiativesPageData } from "../../../server/queries/initiatives-page.server";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import { LinkButton } from "../../ui/button";
import { formatDate } from "../../ui/format";
import { Badge, EmptyState, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { ProgressBar } from "./progress-bar";

/** The initiatives and recommendations that a table follows. */
export function InitiativesPage({ table, initiatives, mayManage }: InitiativesPageData) {
  const { t } = useTranslation();
  const language = useLanguage();
  const add = mayManage && (
    <LinkButton variant="primary" to={paths.newInitiative(table.slug)}>
      {t("initiatives.list.add")}
    </LinkButton>
  );
  return (
    <Page
      title={t("initiatives.title")}
      lead={
        <>
          <Link to={paths.table(table.slug)}>{inLanguage(table.name, language)}</Link>.{" "}
          {t("initiatives.list.lead")}
        </>
      }
      actions={initiatives.length > 0 && add}
    >
      {initiatives.length === 0 ? (
        <EmptyState title={t("initiatives.list.emptyTitle")} action={add || undefined}>
          {t("initiatives.list.emptyText")}
        </EmptyState>
      ) : (
        <ul className="initiative-list">
          {initiatives.map((line) => (
            <li key={line.slug} className="card">
              <div className="demand-card__head">
                <h2>
                  <Link to={paths.initiative(line.slug)}>{inLanguage(line.title, language)}</Link>
                </h2>
                <p className="row">
                  <Badge>{t(`initiatives.kind.${line.kind}`)}</Badge>
                  {line.isPublished && <Badge kind="ok">{t("initiatives.list.published")}</Badge>}
                </p>
              </div>
              {line.submittedOn && (
                <p className="muted">
                  {t("initiatives.facts.submitted")} {formatDate(line.submittedOn, language)}
                </p>
              )}
              <ProgressBar progress={line.progress} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
