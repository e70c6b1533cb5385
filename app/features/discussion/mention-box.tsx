import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MentionChoice } from "../../protocol/discussion-data";
import { choicesFor, mentionBefore } from "./mention-picker";

interface Props {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  defaultValue: string;
  choices: readonly MentionChoice[];
  field: RefObject<HTMLTextAreaElement>;
  onType: (text: string) => void;
}

interface Open {
  at: number;
  found: MentionChoice[];
  active: number;
}

/**
 * A field for words where "@" offers names. The list is an addition: names can be typed as they are. The focus stays
 * in the field; arrows choose, Enter and Tab take, Escape closes the list.
 */
export function MentionBox({ label, hint, error, defaultValue, choices, field, onType }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState<Open | null>(null);
  const look = () => {
    const { current } = field;
    if (!current || current.selectionStart !== current.selectionEnd) return setOpen(null);
    const typed = mentionBefore(current.value, current.selectionStart);
    const found = typed ? choicesFor(choices, typed.query) : [];
    // A name that stands there whole is no question any more.
    const isDone = found.length === 1 && found[0]?.name === typed?.query;
    setOpen(typed && found.length > 0 && !isDone ? { at: typed.at, found, active: 0 } : null);
  };
  const take = (choice: MentionChoice | undefined) => {
    const { current } = field;
    if (!open || !choice || !current) return;
    current.setRangeText(`@${choice.name} `, open.at, current.selectionStart, "end");
    current.focus();
    onType(current.value);
    setOpen(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) setOpen({ ...open, active: (open.active + step + open.found.length) % open.found.length });
    else if (event.key === "Enter" || event.key === "Tab") take(open.found[open.active]);
    else if (event.key === "Escape") setOpen(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field mention-box">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        className="input"
        name="body"
        rows={3}
        defaultValue={defaultValue}
        aria-autocomplete="list"
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={open ? `${id}-${open.active}` : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        onInput={(event) => {
          onType(event.currentTarget.value);
          look();
        }}
        onKeyDown={onKeyDown}
        onClick={look}
        onBlur={() => setOpen(null)}
      />
      {open && (
        <div
          className="mention-list"
          role="listbox"
          id={`${id}-list`}
          aria-label={t("discussion.picker.name")}
        >
          {open.found.map((choice, n) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's, where the focus stays
            // biome-ignore lint/a11y/useFocusableInteractive: the field names the active one
            <div
              key={`${choice.kind} ${choice.name}`}
              id={`${id}-${n}`}
              role="option"
              aria-selected={n === open.active}
              className="mention-list__choice"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(choice)}
            >
              <span>{choice.name}</span>
              <span className="muted">{t(`discussion.picker.${choice.kind}`)}</span>
            </div>
          ))}
        </div>
      )}
      <p className="visually-hidden" role="status">
        {open && t("discussion.picker.found", { count: open.found.length })}
      </p>
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field__error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
