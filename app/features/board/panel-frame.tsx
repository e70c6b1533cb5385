import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useTranslation } from "react-i18next";

/** Narrower than this there is no room beside the board, and the panel is a sheet over it. */
const SHEET_QUERY = "screen and (max-width: 1000px)";

interface Props {
  /** True when the panel was opened by a key; it is read once and put back. */
  takesFocus: { current: boolean };
  onClose: () => void;
  /** Stands over the sheet, which covers the page's own state. */
  state: ReactNode;
  children: ReactNode;
}

/** Beside the board on a wide screen; on a narrow one a sheet of full height that holds the focus. */
export function PanelFrame({ takesFocus, onClose, state, children }: Props) {
  const { t } = useTranslation();
  const aside = useRef<HTMLElement>(null);
  const [isSheet, setSheet] = useState(() => window.matchMedia(SHEET_QUERY).matches);
  useEffect(() => {
    const query = window.matchMedia(SHEET_QUERY);
    const onChange = () => setSheet(query.matches);
    query.addEventListener("change", onChange);
    return () => query.removeEventListener("change", onChange);
  }, []);
  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    aside.current?.querySelector<HTMLElement>("#panel-title")?.focus();
  }, [takesFocus]);
  if (isSheet)
    return (
      <ModalOverlay className="overlay overlay--sheet" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
        <Modal className="panel-sheet">
          <Dialog aria-label={t("board.panel.name")} style={{ outline: "none" }}>
            <p className="panel-sheet__state">{state}</p>
            {children}
          </Dialog>
        </Modal>
      </ModalOverlay>
    );
  return (
    <aside
      ref={aside}
      className="board-panel"
      aria-label={t("board.panel.name")}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
    >
      {children}
    </aside>
  );
}
