/** One part of a statement that was begun as a plain note, which several people of the party write at once. Loaded only for those who write. */
import { useEffect, useId } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { noteText } from "../../collab/documents/note-document";
import { useSharedDocument } from "../../collab/use-document";
import { useSharedText } from "../../collab/use-shared-text";
import { Notice } from "../../ui/page";
import { StateNotice } from "../board/state-notice";
import { useAnnouncer } from "../board/use-announcer";
import { TextReview } from "../texts/text-review";
import { PartState } from "./part-state";

interface Props {
  documentId: string;
  label: string;
  hint?: string;
  /** Characters. */
  limit: number;
  takesFocus: boolean;
}

const noteLines = (doc: Y.Doc) => noteText(doc).toString().split("\n");

export default function LivePart({ documentId, ...field }: Props) {
  const { t } = useTranslation();
  const shared = useSharedDocument({ documentId, enabled: true, kind: "note" });
  const [region, announce] = useAnnouncer();
  const { state, doc } = shared;
  const canEdit = shared.access === "edit" && state.kind !== "refused" && state.kind !== "ended";
  return (
    <div className="statement-part">
      {region}
      <StateNotice shared={shared} announce={announce} />
      {doc && <TextReview shared={shared} doc={doc} announce={announce} read={noteLines} />}
      {doc && canEdit && <NoteField text={noteText(doc)} {...field} />}
      {doc && !canEdit && (
        <>
          <strong>{field.label}</strong>
          <p className="statement-words">{noteText(doc).toString()}</p>
          {state.kind === "readOnly" && <Notice kind="warning">{t("statements.write.onlyRead")}</Notice>}
        </>
      )}
      <PartState shared={shared} />
    </div>
  );
}

function NoteField({ text, label, hint, limit, takesFocus }: Omit<Props, "documentId"> & { text: Y.Text }) {
  const { t } = useTranslation();
  const id = useId();
  const { ref, ...field } = useSharedText<HTMLTextAreaElement>(text, { maxLength: limit });
  useEffect(() => {
    if (takesFocus) ref.current?.focus({ preventScroll: true });
  }, [takesFocus, ref]);
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <p className="field__hint" id={`${id}-hint`}>
        {hint} {t("statements.write.limit", { count: limit })}
      </p>
      <textarea
        {...field}
        ref={ref}
        id={id}
        className="input statement-part__text"
        rows={6}
        maxLength={limit}
        aria-describedby={`${id}-hint`}
      />
    </div>
  );
}
