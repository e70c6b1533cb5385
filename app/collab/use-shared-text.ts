/** A text field bound to a shared text. */
import {
  type CompositionEvent,
  type FormEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from "react";
import type * as Y from "yjs";
import { editText } from "./documents/split-document";
import { LOCAL } from "./origins";
import { applySplice, cleanText, moveIndex, type Splice, spliceBetween, splicesOf } from "./text-edits";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Spread these on an <input> or a <textarea>. */
export interface SharedTextProps<E extends Field> {
  ref: RefObject<E>;
  defaultValue: string;
  onInput: (event: FormEvent<E>) => void;
  onCompositionStart: () => void;
  onCompositionEnd: (event: CompositionEvent<E>) => void;
}

const useBrowserLayoutEffect = typeof window === "undefined" ? useEffect : useLayoutEffect;

/**
 * Local typing becomes the smallest edit (origin LOCAL); remote edits keep the caret where it was. The field is
 * not React's: a remote edit is written into it in the same turn, so that the next key never lands on a text
 * that is already older than the document. While an input method composes, remote edits wait outside the field,
 * and what was composed is put where it belongs afterwards.
 */
export function useSharedText<E extends Field>(
  text: Y.Text | undefined,
  { maxLength = Number.POSITIVE_INFINITY, oneLine = false }: { maxLength?: number; oneLine?: boolean } = {},
): SharedTextProps<E> {
  const ref = useRef<E>(null);
  /** While composing: the text as it was, and what others changed since. */
  const composing = useRef<{ base: string; remote: Splice[] } | null>(null);

  useBrowserLayoutEffect(() => {
    if (!text) return;
    if (ref.current) show(ref.current, text.toString());
    const observe = (event: Y.YTextEvent) => {
      const splices = splicesOf(event.delta);
      if (composing.current) composing.current.remote.push(...splices);
      else if (ref.current) show(ref.current, text.toString(), splices);
    };
    text.observe(observe);
    return () => text.unobserve(observe);
  }, [text]);

  // What is pasted into a name may have several lines.
  const inLine = (next: string) => (oneLine ? next.replace(/[\r\n]+/g, " ") : next);
  // A merge can exceed the limit: what is over it may shrink, but typing must not cut away what others wrote.
  const clean = (next: string) => cleanText(inLine(next), Math.max(maxLength, text?.length ?? 0));

  return {
    ref,
    defaultValue: text?.toString() ?? "",
    onInput: ({ currentTarget: field }) => {
      if (composing.current || !text) return;
      const kept = clean(field.value);
      if (kept !== field.value) show(field, kept, [spliceBetween(field.value, kept)]);
      editText(text, kept, LOCAL);
    },
    onCompositionStart: () => {
      composing.current = { base: text?.toString() ?? "", remote: [] };
    },
    onCompositionEnd: ({ currentTarget: field }) => {
      const kept = composing.current;
      composing.current = null;
      if (!kept || !text) return;
      const splice = spliceBetween(kept.base, clean(field.value));
      const at = kept.remote.reduce(moveIndex, splice.at);
      const end = kept.remote.reduce(moveIndex, splice.at + splice.remove);
      const composed = applySplice(text.toString(), { ...splice, at, remove: end - at });
      show(field, composed);
      if (kept.remote.length > 0)
        field.setSelectionRange(at + splice.insert.length, at + splice.insert.length);
      editText(text, composed, LOCAL);
    },
  };
}

/** Puts the text into the field, with the caret where it was among the words. Own typing is there already. */
function show(field: Field, next: string, splices: Splice[] = []): void {
  if (field.value === next) return;
  const move = (index: number | null) => splices.reduce(moveIndex, index ?? 0);
  const [start, end] = [move(field.selectionStart), move(field.selectionEnd)];
  field.value = next;
  if (document.activeElement === field) field.setSelectionRange(start, end);
}
