import { Link } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ComparePage, TextComparison } from "../../../server/queries/compare.server";
import { textChanges } from "../../domain/text/diff-changes";
import { paths } from "../../paths";
import { Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { CompareForm } from "../drafts/compare-form";
import { DraftPage } from "../drafts/draft-page";
import { ChangeSteps } from "./change-steps";
import { changeSummary, TextChangeList } from "./change-words";
import { type DifferenceView, TextDifference } from "./text-difference";

type Props = Pick<ComparePage, "frame" | "versions"> & { comparison: TextComparison; view: DifferenceView };

/** Two states of a text: the text in red, in one column or two, and the same changes in sentences. */
export function TextComparePage({ frame, versions, comparison, view }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { from, to, entries, openSuggestions } = comparison;
  const changes = useMemo(() => textChanges(entries), [entries]);
  const between =
    to === "live" ? t("drafts.compare.betweenLive", { from }) : t("drafts.compare.between", { from, to });
  return (
    <DraftPage
      frame={frame}
      title={t("drafts.compare.title")}
      lead={`${between} · ${changeSummary(t, language, changes) || t("drafts.compare.none")}`}
    >
      <CompareForm key={`${from} ${to}`} versions={versions} from={from} to={to} view={view} />
      {openSuggestions > 0 && <Notice>{t("texts.versions.notCompared", { count: openSuggestions })}</Notice>}
      <nav className="compare-form__views" aria-label={t("texts.versions.view")}>
        {(["inline", "side"] as const).map((one) => (
          <Link
            key={one}
            to={`${paths.compare(frame.slug, from, to)}${one === "side" ? "&view=side" : ""}`}
            aria-current={one === view ? "true" : undefined}
            preventScrollReset
          >
            {t(`texts.versions.${one}`)}
          </Link>
        ))}
      </nav>
      <ChangeSteps key={`${from} ${to} ${changes.length}`} count={changes.length} />
      <TextDifference entries={entries} view={view} />
      <section className="draft-section" aria-labelledby="changes-in-words">
        <h3 id="changes-in-words">{t("drafts.compare.prose")}</h3>
        <TextChangeList entries={entries} />
      </section>
    </DraftPage>
  );
}
