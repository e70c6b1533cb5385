import { useTranslation } from "react-i18next";
import type { Undo } from "../../collab/use-undo";
import { Button } from "../../ui/button";
import { RedoIcon, UndoIcon } from "./tool-icons";
import type { BoardCommands } from "./use-board-commands";

interface Props {
  undo: Undo;
  commands: BoardCommands;
  onAdd: () => void;
}

/** Add, undo and redo, at the left of the tools. */
export function EditTools({ undo, commands, onAdd }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Button className="tool--wide" onClick={onAdd}>
        + {t("board.toolbar.add")}
      </Button>
      <Button
        className="tool-icon tool--wide"
        disabled={!undo.canUndo}
        aria-label={t("common.undo")}
        title={`${t("common.undo")} (Ctrl + Z)`}
        onClick={commands.undo}
      >
        <UndoIcon />
      </Button>
      <Button
        className="tool-icon tool--wide"
        disabled={!undo.canRedo}
        aria-label={t("common.redo")}
        title={`${t("common.redo")} (Ctrl + Y)`}
        onClick={commands.redo}
      >
        <RedoIcon />
      </Button>
    </>
  );
}

/** The bar at the bottom of a narrow screen. */
export function EditBar({ undo, commands, onAdd }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className="board-bar" aria-label={t("board.toolbar.name")}>
      <Button variant="primary" onClick={onAdd}>
        + {t("board.toolbar.addShort")}
      </Button>
      <Button
        className="tool-icon"
        disabled={!undo.canUndo}
        aria-label={t("common.undo")}
        onClick={commands.undo}
      >
        <UndoIcon />
      </Button>
      <Button
        className="tool-icon"
        disabled={!undo.canRedo}
        aria-label={t("common.redo")}
        onClick={commands.redo}
      >
        <RedoIcon />
      </Button>
    </fieldset>
  );
}
