import { useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../../ui/page";

/** The parts of a table's settings: their anchors, and what `?saved=` names. */
export const SECTIONS = ["basics", "meetings", "parties", "members", "invitations"] as const;
export type SettingsSection = (typeof SECTIONS)[number];

/** The words above a part and in the list of parts. */
export const sectionTitle = (name: SettingsSection) =>
  name === "meetings" ? ("agenda.tableRules.title" as const) : (`tables.settings.${name}` as const);

/** One part of the settings; says so when something in it was just saved. */
export function Section({
  name,
  lead,
  children,
}: {
  name: SettingsSection;
  lead?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  return (
    <section id={name} className="card settings" aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{t(sectionTitle(name))}</h2>
      {lead && <p className="settings__lead">{lead}</p>}
      <div role="status">
        {search.get("saved") === name && <Notice kind="ok">{t("tables.settings.saved")}</Notice>}
      </div>
      {children}
    </section>
  );
}
