import { useTranslation } from "react-i18next";
import type { SaveState } from "../../collab/save-state";
import { formatTime } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";

/** "✓ Tallennettu" only after the server has committed everything; otherwise how many changes wait (promise I10). */
export function SaveStatus({ state }: { state: SaveState }) {
  const [long, short] = useSaveWords(state);
  return (
    <span className={`save-state save-state--${state.kind}`} data-state={state.kind}>
      <span className="save-state__long">{long}</span>
      <span className="save-state__short" aria-hidden="true">
        {short}
      </span>
    </span>
  );
}

/** The same over a sheet that covers the header. */
export function SheetSaveStatus({ state }: { state: SaveState }) {
  const [long] = useSaveWords(state);
  return <span className={`sheet-state save-state--${state.kind}`}>{long}</span>;
}

/** The state in words, and as short as it goes. */
function useSaveWords(state: SaveState): [string, string] {
  const { t } = useTranslation();
  const language = useLanguage();
  switch (state.kind) {
    case "loading":
      return [t("board.state.opening"), "…"];
    case "saved": {
      if (state.at === null) return [`✓ ${t("board.save.saved")}`, "✓"];
      const time = formatTime(new Date(state.at), language);
      return [`✓ ${t("board.save.savedAt", { time })}`, `✓ ${time}`];
    }
    case "saving":
      return [t("board.save.unsaved", { count: state.count }), `↑ ${state.count}`];
    case "offline":
      return state.count > 0
        ? [
            `${t("board.save.offline")} · ${t("board.save.unsaved", { count: state.count })}`,
            `! ${state.count}`,
          ]
        : [t("board.save.offline"), "!"];
    case "readOnly":
      return [t("board.save.readOnly"), t("board.save.readOnly")];
    case "refused":
      return [`! ${t("board.save.refused", { count: state.count })}`, "!"];
    case "ended":
      return [`! ${t("board.save.ended")}`, "!"];
    case "failed":
      return [`! ${t("board.save.failed")}`, "!"];
  }
}
