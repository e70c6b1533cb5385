import { type KeyboardEvent, type RefObject, useEffect } from "react";
import type { BoardCommands } from "./use-board-commands";

interface Keys {
  canEdit: boolean;
  commands: BoardCommands;
  onRename: (id: string) => void;
  /** The next opening came from the keyboard, so the panel takes the focus. */
  openedByKey: RefObject<boolean> & { current: boolean };
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;

/** Keys on a card, taken before React Aria's own list keys see them. */
export function useCardKeys({ canEdit, commands, onRename, openedByKey }: Keys) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const id = target.closest<HTMLElement>("[data-category]")?.dataset.category;
    if (!id || isTyping(target)) return;
    openedByKey.current = event.key === "Enter" && target.dataset.category !== undefined;
    if (!canEdit) return;
    const act = keyAct(event, id, commands, onRename);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}

function keyAct(
  event: KeyboardEvent,
  id: string,
  commands: BoardCommands,
  onRename: (id: string) => void,
): (() => void) | null {
  if (event.ctrlKey || event.metaKey) return null;
  if (event.altKey)
    switch (event.key) {
      case "ArrowUp":
        return () => commands.step(id, -1);
      case "ArrowDown":
        return () => commands.step(id, 1);
      case "ArrowLeft":
        return () => commands.stepSide(id, -1);
      case "ArrowRight":
        return () => commands.stepSide(id, 1);
      default:
        return null;
    }
  switch (event.key) {
    case "F2":
      return () => onRename(id);
    case "?":
      return () => commands.toggleQuestion(id);
    case "Delete":
      return () => commands.remove(id);
    default:
      return null;
  }
}

/** Undo and redo of one's own changes anywhere on the page, except in fields with an undo of their own. */
export function useUndoKeys(canEdit: boolean, commands: BoardCommands): void {
  useEffect(() => {
    if (!canEdit) return;
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const isUndo = key === "z" && !event.shiftKey;
      const isRedo = key === "y" || (key === "z" && event.shiftKey);
      if (!isUndo && !isRedo) return;
      // A shared text has no undo of the browser's that would know other people's letters.
      if (isTyping(event.target) && !(event.target as HTMLElement).hasAttribute("data-shared")) return;
      event.preventDefault();
      if (isUndo) commands.undo();
      else commands.redo();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [canEdit, commands]);
}
