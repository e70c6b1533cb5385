import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/dialog";

/** The keys of the board. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const keys: [string[], string][] = [
    [["↑", "↓"], t("board.help.walk")],
    [["Enter"], t("board.help.open")],
    [["F2"], t("board.help.rename")],
    [["Alt + ↑", "Alt + ↓"], t("board.help.order")],
    [["Alt + ←", "Alt + →"], t("board.help.side")],
    [[t("board.help.dragKeys")], t("board.help.drag")],
    [["?"], t("board.help.question")],
    [["Delete"], t("board.help.remove")],
    [["Ctrl + Z"], t("board.help.undo")],
    [["Ctrl + Y", "Ctrl + Shift + Z"], t("board.help.redo")],
    [["Esc"], t("board.help.close")],
  ];
  return (
    <Dialog title={t("board.help.title")} isOpen onClose={onClose}>
      <p className="muted">{t("board.help.intro")}</p>
      <dl className="key-list">
        {keys.map(([names, does]) => (
          <div key={does} style={{ display: "contents" }}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="dialog__actions">
        <button type="button" className="button" onClick={onClose}>
          {t("common.close")}
        </button>
      </div>
    </Dialog>
  );
}
