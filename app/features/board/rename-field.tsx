import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { categoryText } from "../../collab/documents/split-document";
import { useSharedText } from "../../collab/use-shared-text";
import type { Language } from "../../domain/languages";
import { type Category, LABEL_CHARACTERS_MAX } from "../../domain/split/split";
import { useLanguage } from "../../ui/use-language";
import { putLabelBack } from "./board-actions";

/** How the typing ended: with another label, with the earlier one, or with none, so that the earlier was put back. */
export type RenameEnd = "renamed" | "same" | "emptied";

/** What a rename must not forget when the card moves to another lane under the typing. */
export interface Renaming {
  id: string;
  /** The label before, for Escape. */
  earlier?: string;
  caret?: [start: number, end: number];
}

/**
 * How often a field that was made anew takes the focus back. React Aria gives it to a neighbour of the card that left
 * the lane, whenever it gets to it. Bounded, so that whoever moves the focus without a pointer or Tab gets away.
 */
const TAKES_BACK_MAX = 3;

interface Props {
  doc: Y.Doc;
  category: Category;
  /** Kept by the board, written by the field. */
  renaming: Renaming;
  onDone: (end: RenameEnd) => void;
}

/** A card's label under edit, live: others see the words as they are typed. Enter keeps, Escape puts back. */
export function RenameField({ doc, category, renaming, onDone }: Props) {
  const { t } = useTranslation();
  const reader = useLanguage();
  // What the reader sees is what they rename: Finnish, where their own language has no label.
  const language: Language = category.label[reader] ? reader : "fi";
  const text = categoryText(doc, category.id, "label", language);
  const { ref, ...field } = useSharedText<HTMLTextAreaElement>(text, {
    maxLength: LABEL_CHARACTERS_MAX,
    oneLine: true,
  });
  renaming.earlier ??= text?.toString() ?? "";
  const isDone = useRef(false);
  /** The person pressed Tab, or the pointer on something else. */
  const isLeaving = useRef(false);
  const takesBack = useRef(0);
  useLayoutEffect(() => {
    const field = ref.current;
    if (!field) return;
    const onPointerDown = ({ target }: PointerEvent) => {
      isLeaving.current = target !== field;
    };
    window.addEventListener("pointerdown", onPointerDown, true);
    // Known here and not at the render: the field before this one leaves its caret when it goes.
    takesBack.current = renaming.caret ? TAKES_BACK_MAX : 0;
    const take = () => {
      if (document.activeElement === field) return;
      const [start, end] = renaming.caret ?? [0, field.value.length];
      field.focus();
      field.setSelectionRange(start, end);
    };
    take();
    // And again after React Aria has given its focus to the row.
    const frame = requestAnimationFrame(take);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("pointerdown", onPointerDown, true);
      // Asked of the field itself: its own event about the caret comes after the key, which can be too late.
      renaming.caret = [field.selectionStart, field.selectionEnd];
    };
  }, [ref, renaming]);

  const finish = (keep: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    const emptied = !text?.toString().trim();
    if (!keep || emptied) putLabelBack(doc, category.id, language, renaming.earlier ?? "");
    onDone(emptied ? "emptied" : text?.toString() === renaming.earlier ? "same" : "renamed");
  };
  const onBlur = ({ currentTarget: field }: FocusEvent<HTMLTextAreaElement>) => {
    if (isLeaving.current || takesBack.current === 0) return finish(true);
    takesBack.current--;
    // In the same turn, so that no key falls between; and once more after whatever gives the focus away.
    const take = () => field.isConnected && document.hasFocus() && field.focus();
    take();
    setTimeout(take);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    isLeaving.current = event.key === "Tab";
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      finish(true);
    } else if (event.key === "Escape") {
      event.preventDefault();
      finish(false);
    }
  };
  return (
    // The row under this must not take the pointer for a press or a drag.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only stops what the row would do
    <span
      className="board-card__rename"
      onPointerDown={(event) => event.stopPropagation()}
      onMouseDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.stopPropagation()}
    >
      <textarea
        {...field}
        ref={ref}
        rows={1}
        data-shared=""
        lang={language}
        aria-label={t("board.card.nameField")}
        maxLength={LABEL_CHARACTERS_MAX}
        onBlur={onBlur}
      />
    </span>
  );
}
