import { useTranslation } from "react-i18next";
import type { TextSincePage as Page } from "../../../server/queries/text-since.server";
import { isDifferent } from "../../domain/text/diff";
import { textChanges } from "../../domain/text/diff-changes";
import { paths } from "../../paths";
import { LinkButton } from "../../ui/button";
import { formatList } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";
import { DraftPage } from "../drafts/draft-page";
import { ChangeSteps } from "./change-steps";
import { TextChangeList } from "./change-words";
import { TextDifference } from "./text-difference";

/** What has changed in a text since the person saw it, and who has edited it. */
export function TextSincePage({ frame, entries, editors }: Page) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <DraftPage
      frame={frame}
      title={t("texts.versions.sinceTitle")}
      lead={editors.length > 0 && t("texts.versions.sinceBy", { names: formatList(editors, language) })}
      actions={<LinkButton to={paths.draft(frame.slug)}>{t("texts.versions.open")}</LinkButton>}
    >
      {isDifferent(entries) ? (
        <>
          <TextChangeList entries={entries} />
          <ChangeSteps count={textChanges(entries).length} />
          <TextDifference entries={entries} />
        </>
      ) : (
        <p>{t("texts.versions.sinceNone")}</p>
      )}
    </DraftPage>
  );
}
