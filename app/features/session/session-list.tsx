import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { formatDateTime } from "../../ui/format";
import { Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";

interface SessionItem {
  id: string;
  device: string;
  isThis: boolean;
  startedAt: string;
  endsAt: string;
}

/** Where I am signed in, and the buttons that end it. */
export function SessionList({ sessions }: { sessions: SessionItem[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <ul className="card lines">
        {sessions.map((session) => {
          const device = session.device || t("session.sessions.unknownDevice");
          return (
            <li key={session.id} className="lines__item">
              <div>
                <p>
                  <strong>{device}</strong>{" "}
                  {session.isThis && <Badge kind="ok">{t("session.sessions.thisOne")}</Badge>}
                </p>
                <p className="muted">
                  {t("session.sessions.started", { time: formatDateTime(session.startedAt, language) })}
                  {" · "}
                  {t("session.sessions.ends", { time: formatDateTime(session.endsAt, language) })}
                </p>
              </div>
              {!session.isThis && (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="session" value={session.id} />
                  <Button type="submit" aria-label={t("session.sessions.endNamed", { device })}>
                    {t("session.sessions.end")}
                  </Button>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post">
          <Button type="submit" name="others" value="all" variant="danger">
            {t("session.sessions.endOthers")}
          </Button>
        </Form>
      ) : (
        <p className="muted">{t("session.sessions.onlyOne")}</p>
      )}
    </>
  );
}
