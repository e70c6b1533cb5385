import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import type { SharedDocument } from "../../collab/use-document";
import { inLanguage } from "../../domain/languages";
import type { SplitChange } from "../../domain/split/diff";
import { changeSentence } from "../../messages/change-sentences";
import { Button } from "../../ui/button";
import { formatDateTime } from "../../ui/format";
import { Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { ChangeList } from "../drafts/change-list";
import { AskedButton } from "./asked-button";
import { OwnText } from "./own-text";
import { reviewChanges, takeChanges } from "./review-changes";

interface Props {
  shared: SharedDocument;
  /** The live document. */
  doc: Y.Doc;
  canEdit: boolean;
  announce: (text: string) => void;
}

/** After a restore from a backup: what this person's newer text had, in sentences, to be taken, copied or discarded. */
export function ReviewNotice({ shared, doc, canEdit, announce }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { review, settleReview } = shared;
  // As they stood when the notice appeared: what others write meanwhile is not undone by taking them.
  const changes = useMemo(() => (review ? reviewChanges(doc, review.doc) : []), [review, doc]);
  const isEmpty = review !== null && changes.length === 0 && !review.loose;
  useEffect(() => {
    if (isEmpty) settleReview();
  }, [isEmpty, settleReview]);
  if (!review || isEmpty) return null;
  const words = (change: SplitChange) => [
    changeSentence(t, language, change),
    ...(change.kind === "rationaleChanged" ? [inLanguage(change.after, language)] : []),
  ];
  const time = formatDateTime(new Date(review.at).toISOString(), language);
  return (
    <Notice kind="warning">
      <h2 className="review__title">{t("collab.review.title")}</h2>
      <p>{t("collab.review.lead", { time })}</p>
      {changes.length > 0 && (
        <div className="review__changes">
          <ChangeList changes={changes} />
        </div>
      )}
      {review.loose && (
        <>
          <p>{t("collab.review.loose")}</p>
          <pre className="review__loose">{review.loose}</pre>
        </>
      )}
      <OwnText
        read={() => [...changes.flatMap(words), review.loose].filter(Boolean).join("\n")}
        label={t("collab.review.copy")}
        announce={announce}
      >
        {canEdit && changes.length > 0 && (
          <Button
            variant="primary"
            onClick={() => {
              takeChanges(doc, changes);
              settleReview();
              announce(t("collab.review.taken"));
            }}
          >
            {t("collab.review.take")}
          </Button>
        )}
        <AskedButton
          question={t("collab.review.discardAsk")}
          yes={t("collab.state.discardYes")}
          onYes={settleReview}
        >
          {t("collab.review.discard")}
        </AskedButton>
      </OwnText>
    </Notice>
  );
}
