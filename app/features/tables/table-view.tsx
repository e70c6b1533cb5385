import { useTranslation } from "react-i18next";
import { paths } from "../../paths";
import { LinkButton } from "../../ui/button";
import { EmptyState, Page } from "../../ui/page";
import { DraftList, type ListedDraft } from "./draft-list";
import { type ListedMember, type ListedParty, PeopleByParty } from "./people-by-party";

interface TablePage {
  slug: string;
  name: string;
  purpose: string;
  region: string;
  background: { title: string; items: string[]; source: string | null }[];
  parties: ListedParty[];
  members: ListedMember[];
  drafts: ListedDraft[];
  /** How many it has had or will have. */
  meetings: number;
  /** Stated ones. */
  decisions: number;
  /** How many initiatives and recommendations the table follows. */
  initiatives: number;
  may: { manage: boolean; createDraft: boolean };
}

/** A table's own page. */
export function TableView({ page }: { page: TablePage }) {
  const { t } = useTranslation();
  const newDraft = page.may.createDraft && (
    <div className="row">
      <LinkButton to={paths.importDraft(page.slug)}>{t("files.import.open")}</LinkButton>
      <LinkButton variant="primary" to={paths.newDraft(page.slug)}>
        {t("tables.page.newDraft")}
      </LinkButton>
    </div>
  );
  return (
    <Page
      title={page.name}
      lead={page.purpose}
      actions={
        <>
          <LinkButton to={paths.meetings(page.slug)}>
            {t("agenda.list.linkCount", { count: page.meetings })}
          </LinkButton>
          <LinkButton to={paths.decisions(page.slug)}>
            {t("seals.register.link", { count: page.decisions })}
          </LinkButton>
          <LinkButton to={paths.initiatives(page.slug)}>
            {t("initiatives.linkCount", { count: page.initiatives })}
          </LinkButton>
          {page.may.manage && (
            <LinkButton to={paths.tableSettings(page.slug)}>{t("tables.page.settings")}</LinkButton>
          )}
        </>
      }
    >
      <div className="table-page">
        <div className="stack">
          <section className="card" aria-labelledby="drafts">
            <div className="section-head">
              <h2 id="drafts">{t("tables.page.drafts")}</h2>
              {page.drafts.length > 0 && newDraft}
            </div>
            {page.drafts.length > 0 ? (
              <DraftList drafts={page.drafts} />
            ) : (
              <EmptyState title={t("tables.page.noDraftsTitle")} action={newDraft || undefined}>
                {t("tables.page.noDraftsText")}
              </EmptyState>
            )}
          </section>
          {page.background.length > 0 && (
            <section className="card table-background" aria-labelledby="background">
              <h2 id="background">{t("tables.page.background")}</h2>
              {page.background.map((section) => (
                <div key={section.title}>
                  <h3>{section.title}</h3>
                  <ul className="bullets">
                    {section.items.map((item) => (
                      <li key={item}>{item}</li>
                    ))}
                  </ul>
                  {section.source && (
                    <p className="muted table-background__source">
                      {t("tables.page.source", { source: section.source })}
                    </p>
                  )}
                </div>
              ))}
            </section>
          )}
        </div>
        <section className="card" aria-labelledby="people">
          <h2 id="people">{t("tables.page.people")}</h2>
          <PeopleByParty parties={page.parties} members={page.members} />
        </section>
      </div>
    </Page>
  );
}
