import { useTranslation } from "react-i18next";

/** Among the tools of a text: a comment on what is selected. Without `onPress` it stands where it will work. */
export function CommentTool({ onPress }: { onPress?: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="text-tool text-tool--group text-tool--words"
      aria-label={t("texts.margin.commentHint")}
      title={t("texts.margin.commentHint")}
      aria-disabled={!onPress || undefined}
      tabIndex={-1}
      // The selection stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {t("texts.margin.comment")}
    </button>
  );
}
