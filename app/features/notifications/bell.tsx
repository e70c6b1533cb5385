import "../../styles/notifications.css";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "../../paths";

/** More are not counted. */
const SHOWN_MAX = 99;

/** The way to one's notifications, with the number of new ones. */
export function Bell({ unread }: { unread: number }) {
  const { t } = useTranslation();
  return (
    <Link to={paths.notifications()} className="bell">
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
        <path
          d="M12 3a6 6 0 0 0-6 6v4l-2 4h16l-2-4V9a6 6 0 0 0-6-6zm-2 16a2 2 0 0 0 4 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinejoin="round"
        />
      </svg>
      <span className="visually-hidden">{t("notifications.bell", { count: unread })}</span>
      {unread > 0 && (
        <span className="bell__count" aria-hidden="true">
          {unread > SHOWN_MAX ? `${SHOWN_MAX}+` : unread}
        </span>
      )}
    </Link>
  );
}
