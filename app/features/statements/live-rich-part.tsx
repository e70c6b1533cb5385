/** One part of a statement that several people of the party write at once. Loaded only for those who write. */
import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { readText } from "../../collab/documents/text-document";
import { useSharedDocument } from "../../collab/use-document";
import { characterCount } from "../../domain/text/reading";
import { Notice } from "../../ui/page";
import { StateNotice } from "../board/state-notice";
import { useAnnouncer } from "../board/use-announcer";
import { RichEditor } from "../texts/rich-editor";
import { TextReview } from "../texts/text-review";
import { TextView } from "../texts/text-view";
import { PartState } from "./part-state";

interface Props {
  documentId: string;
  label: string;
  hint?: string;
  /** Characters. */
  limit: number;
  takesFocus: boolean;
}

export default function LiveRichPart({ documentId, label, hint, limit, takesFocus }: Props) {
  const { t } = useTranslation();
  const shared = useSharedDocument({ documentId, enabled: true, kind: "text" });
  const [region, announce] = useAnnouncer();
  const hintId = useId();
  const { state, doc } = shared;
  const canEdit = shared.access === "edit" && state.kind !== "refused" && state.kind !== "ended";
  const count = useCharacters(doc);
  const onEditor = useCallback(
    (editor: Editor | null) => {
      if (!editor) return;
      editor.view.dom.setAttribute("aria-describedby", hintId);
      if (takesFocus) editor.commands.focus(null, { scrollIntoView: false });
    },
    [hintId, takesFocus],
  );
  return (
    <div className="statement-part">
      {region}
      <StateNotice shared={shared} announce={announce} />
      {doc && <TextReview shared={shared} doc={doc} announce={announce} />}
      <strong>{label}</strong>
      {doc && canEdit && (
        <>
          <p className="field__hint" id={hintId}>
            {hint} {t("statements.write.limit", { count: limit })}
          </p>
          <RichEditor
            doc={doc}
            label={label}
            access="edit"
            shared={shared}
            toolbar="plain"
            headingUnder={4}
            onEditor={onEditor}
          />
          <div role="status">
            {count > limit && (
              <Notice kind="warning">{t("statements.error.partLong", { max: limit })}</Notice>
            )}
          </div>
        </>
      )}
      {doc && !canEdit && (
        <>
          <TextView text={readText(doc)} headingUnder={4} isInside />
          {state.kind === "readOnly" && <Notice kind="warning">{t("statements.write.onlyRead")}</Notice>}
        </>
      )}
      <PartState shared={shared} />
    </div>
  );
}

/** A text is counted when it has rested so long. Milliseconds. */
const RESTED = 500;

/** Characters of the text, a moment after it was changed. */
function useCharacters(doc: Y.Doc | null): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (!doc) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => setCount(characterCount(readText(doc)));
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(read, RESTED);
    };
    read();
    doc.on("update", later);
    return () => {
      clearTimeout(timer);
      doc.off("update", later);
    };
  }, [doc]);
  return count;
}
