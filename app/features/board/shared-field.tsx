import { useId } from "react";
import type * as Y from "yjs";
import { useSharedText } from "../../collab/use-shared-text";
import type { Language } from "../../domain/languages";

interface Props {
  label: string;
  text: Y.Text | undefined;
  language: Language;
  maxLength: number;
  /** A name: Enter makes no second line. */
  oneLine?: boolean;
  hint?: string;
  /** Said where there are no words and the reader may not write any. */
  nothing: string;
  problem?: string | null;
  canEdit: boolean;
  onEditing: (isEditing: boolean) => void;
  onLeave?: (earlier: string) => void;
}

/** A text of the panel that several people may type at once. */
export function SharedField({
  label,
  text,
  language,
  maxLength,
  oneLine = false,
  hint,
  nothing,
  problem,
  canEdit,
  onEditing,
  onLeave,
}: Props) {
  const id = useId();
  const { ref, ...field } = useSharedText<HTMLTextAreaElement>(text, { maxLength, oneLine });
  const words = text?.toString() ?? "";
  if (!canEdit)
    return (
      <section className="panel__section">
        <h3>{label}</h3>
        <p className={words ? "panel__words" : "panel__nothing"} lang={words ? language : undefined}>
          {words || nothing}
        </p>
      </section>
    );
  return (
    <div className="panel__section">
      <label htmlFor={id}>{label}</label>
      <textarea
        {...field}
        ref={ref}
        id={id}
        rows={1}
        className="input"
        data-shared=""
        lang={language}
        maxLength={maxLength}
        placeholder={hint}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onKeyDown={(event) => {
          if (oneLine && event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault();
        }}
        onFocus={(event) => {
          event.currentTarget.dataset.earlier = event.currentTarget.value;
          onEditing(true);
        }}
        onBlur={(event) => {
          onEditing(false);
          onLeave?.(event.currentTarget.dataset.earlier ?? "");
        }}
      />
      {problem && (
        <p id={`${id}-problem`} className="panel__problem">
          {problem}
        </p>
      )}
    </div>
  );
}
