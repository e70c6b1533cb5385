import { type RefObject, useState } from "react";
import { Menu, MenuItem, Separator } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { useTranslation } from "react-i18next";
import { type Category, SIDES } from "../../domain/split/split";
import type { BoardCommands } from "./use-board-commands";

interface Props {
  category: Category;
  label: string;
  /** What the menu hangs on. */
  trigger: RefObject<HTMLElement>;
  commands: BoardCommands;
  onOpen: (id: string) => void;
  onRename: (id: string) => void;
  onClose: () => void;
}

/** A card's menu, and behind *Siirrä…* the places it can go: what dragging does, without dragging. */
export function CardMenu({ category, label, trigger, commands, onOpen, onRename, onClose }: Props) {
  const { t } = useTranslation();
  const [isMoving, setMoving] = useState(false);
  const { id } = category;
  const acts: Record<string, () => void> = {
    open: () => onOpen(id),
    rename: () => onRename(id),
    question: () => commands.toggleQuestion(id),
    propose: () => commands.propose(id),
    withdraw: () => commands.withdraw(id),
    remove: () => commands.remove(id),
    municipality: () => commands.toSide(id, "municipality"),
    both: () => commands.toSide(id, "both"),
    region: () => commands.toSide(id, "region"),
    up: () => commands.step(id, -1),
    down: () => commands.step(id, 1),
    first: () => commands.step(id, "first"),
    last: () => commands.step(id, "last"),
  };
  const isProposed = category.status === "proposedForRemoval";
  return (
    <Popover
      className="menu-popover"
      aria-label={t("board.card.menu", { label })}
      triggerRef={trigger}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom end"
    >
      {isMoving ? (
        <Menu
          key="move"
          aria-label={t("board.card.moveTitle", { label })}
          autoFocus="first"
          className="menu"
          onAction={(key) => acts[String(key)]?.()}
          onClose={onClose}
        >
          {SIDES.filter((side) => side !== category.sides).map((side) => (
            <Item key={side} id={side} words={t("board.card.toSide", { side: t(`board.side.${side}`) })} />
          ))}
          <Separator className="menu-separator" />
          <Item id="up" words={t("board.card.up")} keys="Alt + ↑" />
          <Item id="down" words={t("board.card.down")} keys="Alt + ↓" />
          <Item id="first" words={t("board.card.first")} />
          <Item id="last" words={t("board.card.last")} />
        </Menu>
      ) : (
        <Menu
          key="all"
          aria-label={t("board.card.menu", { label })}
          autoFocus="first"
          className="menu"
          onAction={(key) => (key === "move" ? setMoving(true) : acts[String(key)]?.())}
          onClose={onClose}
        >
          <Item id="open" words={t("board.card.open")} keys="Enter" />
          <Item id="rename" words={t("board.card.rename")} keys="F2" />
          <Item id="move" words={t("board.card.move")} keepOpen />
          <Separator className="menu-separator" />
          <Item
            id="question"
            words={t(category.question ? "board.card.settle" : "board.card.raise")}
            keys="?"
          />
          <Item
            id={isProposed ? "withdraw" : "propose"}
            words={t(isProposed ? "board.card.withdraw" : "board.card.propose")}
          />
          <Item id="remove" words={t("board.card.remove")} keys="Delete" />
        </Menu>
      )}
    </Popover>
  );
}

function Item({
  id,
  words,
  keys,
  keepOpen,
}: {
  id: string;
  words: string;
  keys?: string;
  keepOpen?: boolean;
}) {
  return (
    <MenuItem
      id={id}
      className="menu-item"
      textValue={words}
      {...(keepOpen && { shouldCloseOnSelect: false })}
    >
      {words}
      {keys && <kbd>{keys}</kbd>}
    </MenuItem>
  );
}
