import "../../styles/notifications.css";
import { Form, Link } from "@remix-run/react";
import type { ParseKeys } from "i18next";
import { useTranslation } from "react-i18next";
import type { NotificationLevel } from "../../domain/notifications";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { formatDate, formatDateTime } from "../../ui/format";
import { Badge, EmptyState, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { MailLevels } from "./mail-levels";

export interface Line {
  id: string;
  key: ParseKeys;
  values: { draft: string; round: string; actor: string; party: string };
  table: string;
  dueOn: string | null;
  excerpt: string;
  at: string;
  isNew: boolean;
}

interface Props {
  lines: Line[];
  older: number | null;
  mail: {
    address: string | null;
    bounced: boolean;
    tables: { id: string; name: string; level: NotificationLevel }[];
  };
  savedTable: string | null;
}

/** What I have been told, and when mail comes of it. */
export function NotificationsPage({ lines, older, mail, savedTable }: Props) {
  const { t } = useTranslation();
  return (
    <Page
      narrow
      title={t("notifications.title")}
      lead={t("notifications.lead")}
      actions={
        lines.some(({ isNew }) => isNew) && (
          <Form method="post">
            <Button type="submit" name="all" value="all">
              {t("notifications.markAllRead")}
            </Button>
          </Form>
        )
      }
    >
      {lines.length === 0 ? (
        <EmptyState title={t("notifications.emptyTitle")}>{t("notifications.emptyText")}</EmptyState>
      ) : (
        <ul className="card told-list">
          {lines.map((line) => (
            <ToldLine key={line.id} line={line} />
          ))}
        </ul>
      )}
      {older !== null && (
        <p>
          <Link to={`${paths.notifications()}?before=${older}`}>{t("notifications.older")}</Link>
        </p>
      )}
      <MailLevels mail={mail} savedTable={savedTable} />
    </Page>
  );
}

function ToldLine({ line }: { line: Line }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { actor } = line.values;
  const words = String(
    t(line.key, { ...line.values, actor: actor === "?" ? t("notifications.someone") : actor }),
  );
  return (
    <li className={line.isNew ? "told told--new" : "told"}>
      <div className="told__words">
        <p>
          {line.isNew && (
            <>
              <Badge kind="draft">{t("notifications.isNew")}</Badge>{" "}
            </>
          )}
          {/* The whole document: its address marks it read and leads on. */}
          <Link to={paths.notification(line.id)} reloadDocument>
            {words}
          </Link>
        </p>
        {line.excerpt && <p className="told__excerpt">{line.excerpt}</p>}
        <p className="muted">
          {line.table} · <time dateTime={line.at}>{formatDateTime(line.at, language)}</time>
          {line.dueOn && ` · ${t("notifications.due", { date: formatDate(line.dueOn, language) })}`}
        </p>
      </div>
      {line.isNew && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="notification" value={line.id} />
          <Button
            type="submit"
            variant="quiet"
            aria-label={t("notifications.markReadNamed", { what: words })}
          >
            {t("notifications.markRead")}
          </Button>
        </Form>
      )}
    </li>
  );
}
