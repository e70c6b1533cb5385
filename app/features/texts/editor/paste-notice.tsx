import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button";
import { Notice } from "../../../ui/page";
import type { PasteNews } from "../paste/paste-extension";
import { PASTE_CHARACTERS_MAX } from "../paste/paste-limits";

/** What of a paste was left out, and why; nothing when all of it came. */
export function PasteNotice({ news, onClose }: { news: PasteNews | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <div aria-live="polite">
      {news && (
        <Notice kind="warning">
          {linesOf(news, t).map((line) => (
            <p key={line}>{line}</p>
          ))}
          <div className="row">
            <Button onClick={onClose}>{t("texts.editor.paste.close")}</Button>
          </div>
        </Notice>
      )}
    </div>
  );
}

function linesOf(news: PasteNews, t: TFunction): string[] {
  if (news.kind === "tooLarge") return [t("texts.editor.paste.tooLarge", { count: PASTE_CHARACTERS_MAX })];
  if (news.kind === "onlyImages") return [t("texts.editor.paste.onlyImages")];
  const { images, links, tables } = news;
  return [
    images > 0 && t("texts.editor.paste.images", { count: images }),
    links > 0 && t("texts.editor.paste.links", { count: links }),
    tables > 0 && t("texts.editor.paste.tables", { count: tables }),
  ].filter((line) => line !== false);
}
