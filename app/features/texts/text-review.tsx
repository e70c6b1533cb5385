import "../../styles/texts.css";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import type { ReviewCopy } from "../../collab/document-status";
import { textParagraphs } from "../../collab/documents/text-lines";
import type { SharedDocument } from "../../collab/use-document";
import { formatDateTime } from "../../ui/format";
import { Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { AskedButton } from "../board/asked-button";
import { OwnText } from "../board/own-text";
import { missingLines } from "./missing-lines";

interface Props {
  shared: SharedDocument;
  /** The live document. */
  doc: Y.Doc;
  announce: (text: string) => void;
  /** The paragraphs of a document, the same function at every drawing; those of a rich text unless told. */
  read?: (doc: Y.Doc) => string[];
  /** The person is done with it: the focus has to go somewhere. */
  onSettled?: () => void;
}

/** After a restore from a backup: what this browser's newer text had, to be copied. Nothing is merged by itself. */
export function TextReview(props: Props) {
  const { review, state } = props.shared;
  // While it loads, the document that is shown is still the newer one.
  if (!review || state.kind === "loading") return null;
  return <ReviewOf key={review.id} {...props} review={review} />;
}

function ReviewOf({
  shared: { settleReview },
  doc,
  review,
  announce,
  read = textParagraphs,
  onSettled,
}: Props & { review: ReviewCopy }) {
  const { t } = useTranslation();
  const language = useLanguage();
  // As they stood when the notice appeared: the list stays while its paragraphs are put back one by one.
  const missing = useMemo(() => missingLines(read(doc), read(review.doc)), [read, doc, review.doc]);
  const isEmpty = missing.length === 0 && !review.loose;
  useEffect(() => {
    if (isEmpty) settleReview();
    else announce(t("collab.review.title"));
  }, [isEmpty, settleReview, announce, t]);
  if (isEmpty) return null;
  const time = formatDateTime(new Date(review.at).toISOString(), language);
  return (
    <Notice kind="warning">
      <p>
        <strong>{t("collab.review.title")}</strong>
      </p>
      {missing.length > 0 && (
        <>
          <p>{t("texts.review.lead", { time })}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <section className="text-review" aria-label={t("texts.review.list")} tabIndex={0}>
            {missing.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <p key={index}>{line}</p>
            ))}
          </section>
        </>
      )}
      {review.loose && (
        <>
          <p>{t("collab.review.loose")}</p>
          <pre className="text-review">{review.loose}</pre>
        </>
      )}
      <OwnText
        read={() => [...missing, review.loose].filter(Boolean).join("\n")}
        label={t("texts.review.copy")}
        announce={announce}
      >
        <AskedButton
          question={t("collab.review.discardAsk")}
          yes={t("collab.state.discardYes")}
          onYes={() => {
            settleReview();
            announce(t("texts.review.settled"));
            onSettled?.();
          }}
        >
          {t("texts.review.done")}
        </AskedButton>
      </OwnText>
    </Notice>
  );
}
