import "../../styles/notifications.css";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "../../paths";
import { formatDateTime } from "../../ui/format";
import { Badge, EmptyState, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";

interface Mail {
  id: string;
  to: string;
  name: string;
  subject: string;
  text: string;
  html: string;
  headers: [string, string][];
  attachments: { name: string; content: string }[];
  at: string;
  sentAt: string | null;
  gaveUp: boolean;
  problem: string;
}

/** The demo's messages as they would go out. The formatted one stands in a frame that runs nothing. */
export function OutboxPage({
  mails,
  bySmtp,
  signedIn,
  onlyMine,
}: {
  mails: Mail[];
  bySmtp: boolean;
  signedIn: boolean;
  onlyMine: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Page
      title={t("notifications.outbox.title")}
      lead={t(bySmtp ? "notifications.outbox.leadSmtp" : "notifications.outbox.lead")}
      actions={
        signedIn && (
          <Link to={onlyMine ? paths.outbox() : `${paths.outbox()}?mine`}>
            {t(onlyMine ? "notifications.outbox.all" : "notifications.outbox.onlyMine")}
          </Link>
        )
      }
    >
      {mails.length === 0 && (
        <EmptyState title={t("notifications.outbox.emptyTitle")}>
          {t("notifications.outbox.emptyText")}
        </EmptyState>
      )}
      <ol className="outbox">
        {mails.map((mail) => (
          <OneMail key={mail.id} mail={mail} />
        ))}
      </ol>
    </Page>
  );
}

function OneMail({ mail }: { mail: Mail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li className="card outbox__mail">
      <h2>{mail.subject}</h2>
      <p className="muted">
        {t("notifications.outbox.to")}: {mail.name} &lt;{mail.to}&gt;
        <br />
        {mail.sentAt ? (
          t("notifications.outbox.sent", { time: formatDateTime(mail.sentAt, language) })
        ) : (
          <Badge kind={mail.gaveUp ? "change" : "draft"}>
            {mail.gaveUp
              ? t("notifications.outbox.gaveUp", { problem: mail.problem })
              : t("notifications.outbox.waiting")}
          </Badge>
        )}
      </p>
      <details className="outbox__part" open>
        <summary>{t("notifications.outbox.text")}</summary>
        {/* Long lines wrap: addresses in it are long. */}
        <pre className="outbox__text">{mail.text}</pre>
      </details>
      <details className="outbox__part">
        <summary>{t("notifications.outbox.html")}</summary>
        <iframe
          className="outbox__frame"
          sandbox=""
          loading="lazy"
          title={t("notifications.outbox.frame", { subject: mail.subject })}
          srcDoc={mail.html}
        />
      </details>
      {mail.attachments.map(({ name, content }) => (
        <details key={name} className="outbox__part">
          <summary>{t("notifications.outbox.attachment", { name })}</summary>
          <pre className="outbox__text">{content}</pre>
        </details>
      ))}
      <details className="outbox__part">
        <summary>{t("notifications.outbox.headers")}</summary>
        <dl className="outbox__headers">
          {mail.headers.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  );
}
