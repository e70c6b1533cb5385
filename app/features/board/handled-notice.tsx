import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../domain/languages";
import { meetingNumber } from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import type { HandledNow } from "../../protocol/board-data";
import { Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";

/** A meeting has the draft before it now: what is changed goes into its record (rule M3). */
export function HandledNotice({ handled }: { handled: HandledNow | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!handled) return null;
  return (
    <Notice>
      {t("board.handled", {
        meeting: meetingNumber(handled),
        item: `${handled.itemNumber}. ${inLanguage(handled.title, language)}`,
      })}{" "}
      <Link to={paths.meeting(handled.slug, handled.itemId)}>{t("board.handledLink")}</Link>
    </Notice>
  );
}
