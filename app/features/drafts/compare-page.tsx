import { useTranslation } from "react-i18next";
import type { ComparePage as ComparePageData } from "../../../server/queries/compare.server";
import { isTold } from "../../domain/split/diff";
import { paths } from "../../paths";
import { LinkButton } from "../../ui/button";
import { EmptyState } from "../../ui/page";
import { StaticBoard } from "../board/static-board";
import { TextComparePage } from "../texts/text-compare-page";
import type { DifferenceView } from "../texts/text-difference";
import { ChangeList } from "./change-list";
import { CompareForm } from "./compare-form";
import { DraftPage } from "./draft-page";

type Props = ComparePageData & { view: DifferenceView };

/** Two states of a draft: the board or the text in red, and below it the same changes in sentences. */
export function ComparePage({ frame, versions, comparison, sideNotes, view }: Props) {
  const { t } = useTranslation();
  if (!comparison)
    return (
      <DraftPage frame={frame} title={t("drafts.compare.title")}>
        <EmptyState
          title={t("drafts.versions.emptyTitle")}
          action={<LinkButton to={paths.versions(frame.slug)}>{t("drafts.versions.title")}</LinkButton>}
        >
          {t("drafts.compare.noVersions")}
        </EmptyState>
      </DraftPage>
    );
  if (comparison.kind === "text")
    return <TextComparePage frame={frame} versions={versions} comparison={comparison} view={view} />;
  const { from, to, split, changes, wishes } = comparison;
  const between =
    to === "live" ? t("drafts.compare.betweenLive", { from }) : t("drafts.compare.between", { from, to });
  const told = changes.filter(isTold).length;
  return (
    <DraftPage
      frame={frame}
      title={t("drafts.compare.title")}
      lead={`${between} · ${t("drafts.compare.count", { count: told })}`}
    >
      <CompareForm key={`${from} ${to}`} versions={versions} from={from} to={to} />
      <StaticBoard split={split} sideNotes={sideNotes} changes={changes} />
      <section className="draft-section" aria-labelledby="changes-in-words">
        <h3 id="changes-in-words">{t("drafts.compare.prose")}</h3>
        <ChangeList changes={changes} wishes={wishes} />
      </section>
    </DraftPage>
  );
}
