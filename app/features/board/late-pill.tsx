import { useEffect, useState } from "react";
import type { SaveState } from "../../collab/save-state";
import { useSaveWords } from "./save-words";

const SERIOUS: readonly SaveState["kind"][] = ["refused", "ended"];

/** What is late or refused, while the header that says it is scrolled out of sight. A press goes up to it. */
export function LatePill({ state }: { state: SaveState }) {
  const { long, isLate } = useSaveWords(state);
  const isAway = useHeaderIsAway();
  if (!isAway || !(isLate || SERIOUS.includes(state.kind))) return null;
  return (
    <button
      type="button"
      className={`late-pill save-state--${state.kind}`}
      onClick={() => window.scrollTo({ top: 0 })}
    >
      {long}
    </button>
  );
}

function useHeaderIsAway(): boolean {
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    const slot = document.getElementById("header-slot");
    if (!slot) return;
    const observer = new IntersectionObserver(([entry]) => setAway(entry?.isIntersecting === false));
    observer.observe(slot);
    return () => observer.disconnect();
  }, []);
  return isAway;
}
