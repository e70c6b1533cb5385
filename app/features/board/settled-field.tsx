import { useEffect, useId, useRef, useState } from "react";

/** Typing that pauses this long is set down, in milliseconds. */
const PAUSE_MS = 600;

interface Props {
  label: string;
  /** As everyone has it now. */
  value: string;
  maxLength: number;
  hint: string;
  /** Said where there are no words and the reader may not write any. */
  nothing: string;
  canEdit: boolean;
  /** Words offered while typing. */
  known?: string[];
  onEditing: (isEditing: boolean) => void;
  onSet: (value: string) => void;
}

/**
 * A field whose last writer wins: what is typed is set down when the typing pauses or the field is left,
 * and somebody else's value comes in while one is not typing.
 */
export function SettledField({
  label,
  value,
  maxLength,
  hint,
  nothing,
  canEdit,
  known,
  onEditing,
  onSet,
}: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef({ typed, value, onSet });
  latest.current = { typed, value, onSet };
  const setDown = () => {
    const { typed, value, onSet } = latest.current;
    if (typed !== null && typed !== value) onSet(typed);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pause starts again at every letter
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(setDown, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  // Another category opens while this one is being typed: what was typed belongs to this one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the field goes away
  useEffect(() => setDown, []);
  if (!canEdit)
    return (
      <>
        <h3>{label}</h3>
        <p className={value ? "panel__words" : "panel__nothing"}>{value || nothing}</p>
      </>
    );
  const shared = {
    id,
    className: "input",
    maxLength,
    placeholder: hint,
    value: typed ?? value,
    onFocus: () => onEditing(true),
    onBlur: () => {
      setDown();
      setTyped(null);
      onEditing(false);
    },
  };
  return (
    <>
      <label htmlFor={id} className="panel__label">
        {label}
      </label>
      {known ? (
        <>
          <input {...shared} list={`${id}-known`} onChange={(event) => setTyped(event.target.value)} />
          <datalist id={`${id}-known`}>
            {known.map((words) => (
              <option key={words} value={words} />
            ))}
          </datalist>
        </>
      ) : (
        <textarea {...shared} rows={1} onChange={(event) => setTyped(event.target.value)} />
      )}
    </>
  );
}
