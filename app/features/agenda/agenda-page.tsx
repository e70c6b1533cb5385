import "../../styles/agenda.css";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AgendaItem } from "../../../server/queries/agenda.server";
import type { AgendaPage as AgendaPageData } from "../../../server/queries/agenda-page.server";
import { useFreshPage } from "../../collab/use-document-news";
import { inLanguage } from "../../domain/languages";
import { meetingNumber, type RecordKind } from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import { LinkButton } from "../../ui/button";
import { Badge, EmptyState, Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { AttachmentLink } from "./attachment-link";
import { meetingWhen } from "./meeting-when";

/** The agenda as it is sent: facts, items with proposals and attachments. */
export function AgendaPage({ page }: { page: AgendaPageData }) {
  const { t } = useTranslation();
  const language = useLanguage();
  useFreshPage(page.documentId, ["meeting"]);
  const table = inLanguage(page.table.name, language);
  return (
    <Page
      narrow
      title={t("agenda.title")}
      lead={
        <>
          <Link to={paths.meetings(page.table.slug)}>{table}</Link> ·{" "}
          {t("agenda.list.meeting", { number: meetingNumber(page) })}{" "}
          {page.isExample && <Badge>{t("agenda.list.example")}</Badge>}{" "}
          {page.state === "planned" && !page.isInvited && (
            <Badge kind="draft">{t("agenda.page.draft")}</Badge>
          )}
        </>
      }
      actions={
        <>
          <LinkButton reloadDocument to={paths.agendaPdf(page.slug)}>
            {t("agenda.page.pdf")}
          </LinkButton>
          <LinkButton reloadDocument to={paths.meetingIcs(page.slug)}>
            {t("agenda.page.ics")}
          </LinkButton>
          {page.mayPrepare && (
            <LinkButton to={paths.meetingSettings(page.slug)}>{t("agenda.page.settings")}</LinkButton>
          )}
          <LinkButton variant="primary" to={paths.meeting(page.slug)}>
            {t("agenda.page.meeting")}
          </LinkButton>
        </>
      }
    >
      {page.state === "cancelled" && <Notice kind="warning">{t("agenda.page.cancelled")}</Notice>}
      <div className="card agenda">
        <dl className="agenda__facts">
          <Fact name={t("agenda.page.time")}>{meetingWhen(page, language)}</Fact>
          {(page.place || page.isInPerson) && (
            <Fact name={t("agenda.page.place")}>
              {page.place} {page.isInPerson && <Badge>{t("agenda.page.inPerson")}</Badge>}
            </Fact>
          )}
          {page.remoteLink && (
            <Fact name={t("agenda.page.remote")}>
              <a href={page.remoteLink} rel="noreferrer">
                {page.remoteLink}
              </a>
            </Fact>
          )}
        </dl>
        {page.message && <p className="agenda__words">{page.message}</p>}
        {page.items.length === 0 ? (
          <EmptyState title={t("agenda.page.emptyTitle")}>{t("agenda.page.emptyText")}</EmptyState>
        ) : (
          <ol className="agenda__items">
            {page.items.map((item) => (
              <Item key={item.id} slug={page.slug} item={item} recordKind={page.recordKind} />
            ))}
          </ol>
        )}
      </div>
    </Page>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Item({ slug, item, recordKind }: { slug: string; item: AgendaItem; recordKind: RecordKind }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const proposal = inLanguage(item.proposal, language);
  return (
    <li className="agenda__item" id={`item-${item.id}`}>
      <h2>
        {item.number}. {inLanguage(item.title, language)}
      </h2>
      {item.presenter && <p className="muted">{t("agenda.page.presenter", { presenter: item.presenter })}</p>}
      {proposal && (
        <>
          <h3>
            {t(recordKind === "memo" ? "agenda.settings.proposalMemo" : "agenda.settings.proposalMinutes")}
          </h3>
          <p className="agenda__words agenda__proposal">{proposal}</p>
        </>
      )}
      {item.draft && (
        <p>
          {t("agenda.page.handles")}{" "}
          <Link to={paths.draft(item.draft.slug)}>{inLanguage(item.draft.title, language)}</Link>
        </p>
      )}
      {item.attachments.length > 0 && (
        <ul className="agenda__attachments" aria-label={t("agenda.settings.attachments")}>
          {item.attachments.map((one) => (
            <li key={one.id}>
              <AttachmentLink slug={slug} attachment={one} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
