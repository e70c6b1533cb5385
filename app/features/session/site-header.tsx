import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "../../paths";
import { Bell } from "../notifications/bell";
import { HeaderSearch } from "../search/header-search";
import { PersonMenu } from "./person-menu";

interface Props {
  viewer: { name: string; demoSeat: string | null } | null;
  /** New notifications. */
  unread: number;
  demo: boolean;
  theme: "system" | "light" | "dark";
}

/** The bar over every page. A page puts its own state (saved, who is here) in it with HeaderSlot. */
export function SiteHeader({ viewer, unread, demo, theme }: Props) {
  const { t } = useTranslation();
  return (
    <header className="site-header">
      <Link to={paths.home()} className="site-header__brand">
        <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
          <path d="M16 16V1a15 15 0 0 1 13 22.500z" fill="var(--mark-teal)" />
          <path d="M16 16l13 7.500a15 15 0 0 1-26 0z" fill="var(--mark-indigo)" />
          <path d="M16 16L3 23.500A15 15 0 0 1 16 1z" fill="var(--mark-violet)" />
        </svg>
        <span className="site-header__name">{t("common.product")}</span>
      </Link>
      <div id="header-crumbs" className="site-header__crumbs" />
      <div id="header-slot" className="site-header__slot" />
      {viewer && <HeaderSearch />}
      {viewer && <Bell unread={unread} />}
      <PersonMenu viewer={viewer} demo={demo} theme={theme} />
    </header>
  );
}
