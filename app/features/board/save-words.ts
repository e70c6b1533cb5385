import { useTranslation } from "react-i18next";
import { LATE_AFTER, type SaveState } from "../../collab/save-state";
import { formatTime } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";
import { useAge, useAgeWords } from "./use-age";

/** An age is told from this on: a moment's wait is no news. Milliseconds. */
const AGE_FROM = 3_000;

/** The moment from which unsaved changes wait, or null when there are none. */
export function waitingSince(state: SaveState): number | null {
  return (state.kind === "saving" || state.kind === "offline") && state.count > 0 ? state.since : null;
}

export interface SaveWords {
  /** The state in words, and as short as it goes. */
  long: string;
  short: string;
  isLate: boolean;
}

/** What the state says, and for how long it has been so. */
export function useSaveWords(state: SaveState): SaveWords {
  const age = useAge(waitingSince(state));
  const ageWords = useAgeWords();
  const [long, short] = useStateWords(state);
  if (age === null || age < AGE_FROM) return { long, short, isLate: false };
  const told = ageWords(age);
  return { long: `${long}, ${told}`, short: `${short} · ${told}`, isLate: age >= LATE_AFTER };
}

function useStateWords(state: SaveState): [string, string] {
  const { t } = useTranslation();
  const language = useLanguage();
  switch (state.kind) {
    case "loading":
      return [t("board.state.opening"), "…"];
    case "saved": {
      if (state.at === null) return [`✓ ${t("collab.save.saved")}`, "✓"];
      const time = formatTime(new Date(state.at), language);
      return [`✓ ${t("collab.save.savedAt", { time })}`, `✓ ${time}`];
    }
    case "saving":
      return [t("collab.save.saving", { count: state.count }), `↑ ${state.count}`];
    case "offline":
      return state.count > 0
        ? [t("collab.save.offlineUnsaved", { count: state.count }), `! ${state.count}`]
        : [t("collab.save.offline"), "!"];
    case "readOnly":
      return [t("collab.save.readOnly"), t("collab.save.readOnly")];
    case "refused":
      if (state.refusal === "protocol") return [`! ${t("collab.save.outdated")}`, "!"];
      return state.count > 0
        ? [`! ${t("collab.save.refused", { count: state.count })}`, `! ${state.count}`]
        : [`! ${t("collab.save.failed")}`, "!"];
    case "ended":
      return [`! ${t("collab.save.ended")}`, "!"];
    case "failed":
      return [`! ${t("collab.save.failed")}`, "!"];
  }
}
