import type { SaveState } from "../../collab/save-state";
import { useSaveWords } from "./save-words";

/** "✓ Tallennettu" only after the server has committed everything; otherwise how many changes wait, and how long (promise I10). */
export function SaveStatus({ state }: { state: SaveState }) {
  const { long, short, isLate } = useSaveWords(state);
  return (
    <span
      className={`save-state save-state--${state.kind}${isLate ? " save-state--late" : ""}`}
      data-state={state.kind}
    >
      <span className="save-state__long">{long}</span>
      <span className="save-state__short" aria-hidden="true">
        {short}
      </span>
    </span>
  );
}

/** The same over a sheet that covers the header. */
export function SheetSaveStatus({ state }: { state: SaveState }) {
  const { long, isLate } = useSaveWords(state);
  return (
    <span className={`sheet-state save-state--${state.kind}${isLate ? " save-state--late" : ""}`}>
      {long}
    </span>
  );
}
