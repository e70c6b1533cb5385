/** One part of a statement that several people of the party write at once. Loaded only for those who write. */
import { useEffect, useId } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { noteText } from "../../collab/documents/note-document";
import { useSharedDocument } from "../../collab/use-document";
import { useSharedText } from "../../collab/use-shared-text";
import { formatList } from "../../ui/format";
import { Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { useSaveWords } from "../board/save-words";
import { StateNotice } from "../board/state-notice";
import { useAnnouncer } from "../board/use-announcer";

interface Props {
  documentId: string;
  label: string;
  hint?: string;
  /** Characters. */
  limit: number;
  takesFocus: boolean;
}

export default function LivePart({ documentId, ...field }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const shared = useSharedDocument({ documentId, enabled: true, kind: "note" });
  const [region, announce] = useAnnouncer();
  const { state, doc } = shared;
  const { long } = useSaveWords(state);
  const canEdit = shared.access === "edit" && state.kind !== "refused" && state.kind !== "ended";
  const others = shared.people.filter(({ connectionId }) => connectionId !== shared.connectionId);
  return (
    <div className="statement-part">
      {region}
      <StateNotice shared={shared} announce={announce} />
      {doc && canEdit && <NoteField text={noteText(doc)} {...field} />}
      {doc && !canEdit && (
        <>
          <strong>{field.label}</strong>
          <p className="statement-words">{noteText(doc).toString()}</p>
          {state.kind === "readOnly" && <Notice kind="warning">{t("statements.write.onlyRead")}</Notice>}
        </>
      )}
      <p className="statement-part__state">
        <span className="note-state" data-state={state.kind}>
          {long}
        </span>
        {others.length > 0 && (
          <span>
            {t("statements.write.alsoHere", {
              names: formatList([...new Set(others.map(({ name }) => name))], language),
            })}
          </span>
        )}
      </p>
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
