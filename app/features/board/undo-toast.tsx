import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Toast } from "./use-board-commands";

/** Long enough to read and reach; what it offers is also in the menus, so nothing is lost when it goes. */
const TOAST_MS = 10_000;

/** What was just done, with *Kumoa*. Stays while the pointer or the focus is on it. The live region has said it already. */
export function UndoToast({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const { t } = useTranslation();
  const [isHeld, setHeld] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new toast has its own time
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(onClose, TOAST_MS);
    return () => clearTimeout(timer);
  }, [toast, isHeld, onClose]);
  return (
    <section
      className="board-toast"
      aria-label={t("board.toast.region")}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.undo && (
        <button
          type="button"
          onClick={() => {
            toast.undo?.();
            onClose();
          }}
        >
          {t("common.undo")}
        </button>
      )}
      <button type="button" aria-label={t("board.toast.dismiss")} onClick={onClose}>
        <span aria-hidden="true">×</span>
      </button>
    </section>
  );
}
