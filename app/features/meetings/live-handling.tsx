/** The handling of an item, written by several at once. Loaded only for those who write. */
import type { Editor } from "@tiptap/core";
import { useCallback, useRef } from "react";
import { useTranslation } from "react-i18next";
import { readText } from "../../collab/documents/text-document";
import { useSharedDocument } from "../../collab/use-document";
import { HANDLING_CHARACTERS_MAX } from "../../domain/meetings/meeting";
import { characterCount } from "../../domain/text/reading";
import { Notice } from "../../ui/page";
import { StateNotice } from "../board/state-notice";
import { useAnnouncer } from "../board/use-announcer";
import { PartState } from "../statements/part-state";
import { RichEditor } from "../texts/rich-editor";
import { TextReview } from "../texts/text-review";
import { TextView } from "../texts/text-view";
import { PhraseBank } from "./phrase-bank";
import { useRested } from "./use-rested";

export default function LiveHandling({ documentId, label }: { documentId: string; label: string }) {
  const { t } = useTranslation();
  const shared = useSharedDocument({ documentId, enabled: true, kind: "text" });
  const [region, announce] = useAnnouncer();
  const editor = useRef<Editor | null>(null);
  const onEditor = useCallback((now: Editor | null) => {
    editor.current = now;
  }, []);
  const { state, doc } = shared;
  const canEdit = shared.access === "edit" && state.kind !== "refused" && state.kind !== "ended";
  const characters = useRested(doc, (now) => characterCount(readText(now)));
  return (
    <div className="live-handling">
      {region}
      <StateNotice shared={shared} announce={announce} />
      {doc && <TextReview shared={shared} doc={doc} announce={announce} />}
      {doc && canEdit && (
        <>
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
            {(characters ?? 0) > HANDLING_CHARACTERS_MAX && (
              <Notice kind="warning">{t("meetings.handling.long", { max: HANDLING_CHARACTERS_MAX })}</Notice>
            )}
          </div>
          <PhraseBank onPhrase={(words) => insertPhrase(editor.current, words)} />
        </>
      )}
      {doc && !canEdit && <TextView text={readText(doc)} headingUnder={4} isInside />}
      <PartState shared={shared} />
    </div>
  );
}

/** Puts a sentence at the caret, with a space where it would touch a word. */
export function insertPhrase(editor: Editor | null, words: string): void {
  if (!editor) return;
  const { from, $from } = editor.state.selection;
  const before = $from.parent.isTextblock ? editor.state.doc.textBetween($from.start(), from) : "";
  const space = before && !/\s$/.test(before) ? " " : "";
  // Text, not markup: the words are put in as they are.
  editor
    .chain()
    .focus()
    .insertContent({ type: "text", text: `${space}${words}` })
    .run();
}
