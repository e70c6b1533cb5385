/** What stands above every page of a draft: its title, state, where it comes from, and its pages. */
import "../../styles/drafts.css";
import { Link, useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { DraftKind } from "../../domain/drafts";
import { inLanguage, type Localized } from "../../domain/languages";
import type { DraftState } from "../../domain/policy";
import { paths } from "../../paths";
import { formatDate } from "../../ui/format";
import { HeaderSlot } from "../../ui/header-slot";
import { useLanguage } from "../../ui/use-language";
import { ExportMenu } from "../files/export-menu";

export interface DraftHeaderProps {
  draft: { slug: string; kind: DraftKind; title: Localized; state: DraftState };
  table: { slug: string; name: Localized };
  /** The last frozen version, or null. `meetingDate` is YYYY-MM-DD. */
  lastVersion: { number: number; meetingDate: string | null } | null;
  /** What is told of the live content beside the version: categories and questions, or words. */
  amounts: string[];
  /** Whether the viewer may change the draft's settings. */
  canManage: boolean;
  /** Buttons at the right. */
  actions?: ReactNode;
}

/** The header of a draft's page. The page itself is the main landmark around it. */
export function DraftHeader({ draft, table, lastVersion, amounts, canManage, actions }: DraftHeaderProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = inLanguage(draft.title, language);
  const isFirst = useLocation().pathname === paths.draft(draft.slug);
  const facts = [
    lastVersion
      ? t("drafts.header.fromVersion", { number: lastVersion.number })
      : t("drafts.header.noVersion"),
    lastVersion?.meetingDate && formatDate(lastVersion.meetingDate, language),
  ].filter(Boolean);
  return (
    <header className="draft-header">
      <HeaderSlot place="crumbs">
        <Link to={paths.table(table.slug)}>{inLanguage(table.name, language)}</Link> /{" "}
        <strong>{title}</strong>
      </HeaderSlot>
      <div className="draft-header__top">
        <div className="draft-header__names">
          <p className="draft-header__table">
            <Link to={paths.table(table.slug)}>{inLanguage(table.name, language)}</Link>
          </p>
          <h1>{title}</h1>
          <p className="draft-header__facts">
            <span className={`badge badge--draft draft-header__state draft-header__state--${draft.state}`}>
              {t(`drafts.state.${draft.state}`)}
            </span>{" "}
            {facts.join(" · ")}
            {amounts.length > 0 && <span className="draft-header__amounts"> · {amounts.join(", ")}</span>}
          </p>
        </div>
        {(actions || isFirst) && (
          <div className="draft-header__actions">
            {actions}
            {isFirst && <ExportMenu slug={draft.slug} />}
          </div>
        )}
      </div>
      <DraftTabs slug={draft.slug} kind={draft.kind} canManage={canManage} />
    </header>
  );
}

function DraftTabs({ slug, kind, canManage }: { slug: string; kind: DraftKind; canManage: boolean }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const nav = useTabInSight(pathname);
  const isUnder = (page: string) => pathname === page || pathname.startsWith(`${page}/`);
  // A comparison is of versions, though its address is not under theirs.
  const isVersions = isUnder(paths.versions(slug)) || isUnder(`${paths.draft(slug)}/compare`);
  return (
    <nav ref={nav} className="draft-tabs" aria-label={t("drafts.header.tabs")}>
      <Tab to={paths.draft(slug)} isCurrent={pathname === paths.draft(slug)}>
        {t(kind === "split" ? "drafts.header.board" : "texts.tab")}
      </Tab>
      <Tab to={paths.positions(slug)} isCurrent={isUnder(paths.positions(slug))}>
        {t("positions.title")}
      </Tab>
      <Tab to={paths.discussion(slug)} isCurrent={isUnder(paths.discussion(slug))}>
        {t("discussion.title")}
      </Tab>
      <Tab to={paths.suggestions(slug)} isCurrent={isUnder(paths.suggestions(slug))}>
        {t("suggestions.title")}
      </Tab>
      <Tab
        to={paths.rounds(slug)}
        isCurrent={isUnder(paths.rounds(slug)) || pathname.startsWith(paths.round(""))}
      >
        {t("statements.title")}
      </Tab>
      <Tab to={paths.road(slug)} isCurrent={isUnder(paths.road(slug))}>
        {t("road.tab")}
      </Tab>
      <Tab to={paths.versions(slug)} isCurrent={isVersions}>
        {t("drafts.header.versions")}
      </Tab>
      <Tab to={paths.draftBackground(slug)} isCurrent={isUnder(paths.draftBackground(slug))}>
        {t("drafts.header.background")}
      </Tab>
      {canManage && (
        <Tab to={paths.draftSettings(slug)} isCurrent={isUnder(paths.draftSettings(slug))}>
          {t("drafts.header.settings")}
        </Tab>
      )}
    </nav>
  );
}

/** Where the tabs are wider than the screen, the current one is brought in sight; the page itself does not move. */
function useTabInSight(pathname: string) {
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has another current tab
  useEffect(() => {
    const tab = nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (!nav.current || !tab) return;
    const { left, width } = nav.current.getBoundingClientRect();
    const at = tab.getBoundingClientRect();
    nav.current.scrollLeft += at.left + at.width / 2 - left - width / 2;
  }, [pathname]);
  return nav;
}

function Tab({ to, isCurrent, children }: { to: string; isCurrent: boolean; children: ReactNode }) {
  return (
    <Link to={to} className="draft-tabs__tab" aria-current={isCurrent ? "page" : undefined}>
      {children}
    </Link>
  );
}
