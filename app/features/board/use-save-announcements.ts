import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { LATE_AFTER, type SaveState } from "../../collab/save-state";
import { waitingSince } from "./save-words";

/** Says aloud when saving is late or the connection is lost, and when all is well again; otherwise nothing. */
export function useSaveAnnouncements(state: SaveState, announce: (text: string) => void): void {
  const { t } = useTranslation();
  const isLate = useIsLate(waitingSince(state));
  const trouble = state.kind === "offline" ? "offline" : isLate ? "late" : null;
  const count = "count" in state ? state.count : 0;
  const told = useRef<"offline" | "late" | null>(null);
  useEffect(() => {
    if (trouble === told.current) return;
    if (trouble === "offline") announce(t("collab.said.offline"));
    else if (trouble === "late") announce(t("collab.said.late", { count }));
    else if (state.kind === "saved")
      announce(t(state.at === null ? "collab.said.back" : "collab.said.saved"));
    else return; // not well yet
    told.current = trouble;
  }, [trouble, state, count, announce, t]);
}

function useIsLate(since: number | null): boolean {
  const [late, setLate] = useState<number | null>(null);
  useEffect(() => {
    if (since === null) return;
    const timer = setTimeout(() => setLate(since), Math.max(0, since + LATE_AFTER - Date.now()));
    return () => clearTimeout(timer);
  }, [since]);
  return since !== null && late === since;
}
