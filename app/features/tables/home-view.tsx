import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ComingMeeting } from "../../../server/queries/meetings-page.server";
import type { Role } from "../../domain/policy";
import { paths } from "../../paths";
import { LinkButton } from "../../ui/button";
import { EmptyState, Page } from "../../ui/page";
import { NextMeetings } from "../agenda/next-meetings";
import { DraftList, type ListedDraft } from "./draft-list";
import { type ChangedData, type WaitingData, WaitingParts } from "./waiting";

interface HomeTable {
  slug: string;
  name: string;
  purpose: string;
  region: string;
  seats: { role: Role; party: string | null; speaks: boolean; deputy: boolean }[];
  drafts: ListedDraft[];
}

interface Props {
  tables: HomeTable[];
  may: { createTable: boolean };
  waiting: WaitingData;
  changed: ChangedData[];
  meetings: ComingMeeting[];
}

/** What waits for me; my tables, my place at each, and what is being prepared there. */
export function HomeView({ tables, may, waiting, changed, meetings }: Props) {
  const { t } = useTranslation();
  const newTable = may.createTable && (
    <LinkButton to={paths.newTable()}>{t("tables.home.newTable")}</LinkButton>
  );
  return (
    <Page title={t("tables.home.title")} actions={tables.length > 0 && newTable}>
      {tables.length === 0 && (
        <EmptyState title={t("tables.home.emptyTitle")} action={newTable || undefined}>
          {may.createTable ? t("tables.home.emptyTextMaker") : t("tables.home.emptyText")}
        </EmptyState>
      )}
      {tables.length > 0 && <WaitingParts waiting={waiting} changed={changed} />}
      <NextMeetings meetings={meetings} />
      <div className="table-cards">
        {tables.map((table) => (
          <section key={table.slug} className="card table-card" aria-labelledby={`table-${table.slug}`}>
            <p className="table-card__region">{table.region}</p>
            <h2 id={`table-${table.slug}`}>
              <Link to={paths.table(table.slug)}>{table.name}</Link>
            </h2>
            <ul className="table-card__seats">
              {table.seats.map((seat) => (
                <li key={`${seat.role}-${seat.party}`} className="badge">
                  {[
                    t(`tables.roles.${seat.role}`),
                    seat.party,
                    seat.deputy && t("tables.seat.deputy"),
                    seat.speaks && t("tables.seat.speaks"),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </li>
              ))}
              {table.seats.length === 0 && <li className="badge">{t("tables.home.asAdministrator")}</li>}
            </ul>
            {table.purpose && <p className="table-card__purpose">{table.purpose}</p>}
            {table.drafts.length > 0 ? (
              <DraftList drafts={table.drafts} />
            ) : (
              <p className="muted table-card__none">{t("tables.home.noDrafts")}</p>
            )}
          </section>
        ))}
      </div>
    </Page>
  );
}
