import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { TOOL_KEYS, type Tool } from "./tool-bar";

/** The keys of the editor. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const tool = (name: Tool): [string[], string] => [[TOOL_KEYS[name] ?? ""], t(`texts.editor.tool.${name}`)];
  const keys: [string[], string][] = [
    tool("bold"),
    tool("italic"),
    tool("link"),
    [["Ctrl + Alt + 1", "… 4"], t("texts.editor.keys.heading")],
    [["Ctrl + Alt + 0"], t("texts.editor.keys.paragraph")],
    tool("bulletList"),
    tool("orderedList"),
    tool("blockquote"),
    [["Shift + Enter"], t("texts.editor.keys.break")],
    [["Tab"], t("texts.editor.keys.deeper")],
    [["Shift + Tab"], t("texts.editor.keys.higher")],
    tool("undo"),
    [["Ctrl + Y", "Ctrl + Shift + Z"], t("texts.editor.tool.redo")],
    [["Alt + F10"], t("texts.editor.keys.tools")],
    [[t("texts.editor.keys.leaveKeys")], t("texts.editor.keys.leave")],
    [["Ctrl + /"], t("texts.editor.keys.open")],
  ];
  return (
    <Dialog title={t("texts.editor.keys.title")} isOpen onClose={onClose}>
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
        <Button onClick={onClose}>{t("common.close")}</Button>
      </div>
    </Dialog>
  );
}
