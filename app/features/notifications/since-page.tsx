import "../../styles/notifications.css";
import "../../styles/board-panel.css";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DraftFrame } from "../../../server/queries/draft-frame.server";
import { inLanguage, type Localized } from "../../domain/languages";
import { paths } from "../../paths";
import type { HistoryLine } from "../../protocol/history-line";
import { LinkButton } from "../../ui/button";
import { Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { Line } from "../board/panel-history";
import { DraftPage } from "../drafts/draft-page";

export interface SinceGroup {
  categoryId: string;
  label: Localized | null;
  lines: HistoryLine[];
}
interface Props {
  frame: DraftFrame;
  groups: SinceGroup[];
  count: number;
  isCut: boolean;
}

/** What others have changed since the last visit, category by category. */
export function SincePage({ frame, groups, count, isCut }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <DraftPage
      frame={frame}
      title={count > 0 ? t("notifications.since.line", { count }) : t("notifications.since.title")}
      actions={<LinkButton to={paths.draft(frame.slug)}>{t("notifications.since.openBoard")}</LinkButton>}
    >
      {count === 0 && <p>{t("notifications.since.none")}</p>}
      {isCut && <Notice>{t("notifications.since.more", { count })}</Notice>}
      {groups.map(({ categoryId, label, lines }) => (
        <section key={categoryId} className="card since__category">
          <h3>
            {label ? (
              <Link to={paths.draft(frame.slug, categoryId)}>{inLanguage(label, language)}</Link>
            ) : (
              t("notifications.since.removedCategory")
            )}
          </h3>
          <ol className="history">
            {lines.map((line) => (
              <Line key={line.id} slug={frame.slug} line={line} />
            ))}
          </ol>
        </section>
      ))}
    </DraftPage>
  );
}
