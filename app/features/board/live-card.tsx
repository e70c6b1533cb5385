import { type CSSProperties, useRef } from "react";
import { Button } from "react-aria-components/Button";
import { GridListItem } from "react-aria-components/GridList";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { inLanguage } from "../../domain/languages";
import { useLanguage } from "../../ui/use-language";
import { CardFace } from "./card-face";
import { PositionBar } from "./position-bar";
import { type RenameEnd, RenameField } from "./rename-field";
import type { CardItem, CardPresence } from "./use-card-items";

export interface CardHandlers {
  doc: Y.Doc;
  canEdit: boolean;
  onMenu: (id: string, button: HTMLElement) => void;
  onRenamed: (id: string, end: RenameEnd) => void;
}

/** One card of the live board: a row with a grip, its words, others' hands on it, and a menu. */
export function LiveCard({ item, handlers }: { item: CardItem; handlers: CardHandlers }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const menuButton = useRef<HTMLButtonElement>(null);
  const { category, presence } = item;
  const label = inLanguage(category.label, language) || t("board.unnamed");
  const first = presence[0];
  const { canEdit } = handlers;
  return (
    <GridListItem
      id={item.id}
      value={item}
      textValue={category.question ? `${label} (${t("board.openQuestion")})` : label}
      className="board-card"
      data-category={item.id}
      {...(item.isOpen && { "data-open": "" })}
      {...(first && {
        "data-presence": first.doing,
        style: { "--presence": `var(--party-${first.color})` } as CSSProperties,
      })}
    >
      {canEdit && <Button slot="drag" className="board-card__grip" />}
      {item.renaming ? (
        <RenameField
          doc={handlers.doc}
          category={category}
          renaming={item.renaming}
          onDone={(end) => handlers.onRenamed(item.id, end)}
        />
      ) : (
        <CardFace category={category} marks={item.marks} talk={item.talk} />
      )}
      {item.positions && !item.renaming && <PositionBar counts={item.positions} />}
      {presence.length > 0 && <Hands presence={presence} />}
      {canEdit && !item.renaming && (
        <Button
          ref={menuButton}
          className="board-card__menu"
          aria-label={t("board.card.menu", { label })}
          aria-haspopup="menu"
          onPress={() => menuButton.current && handlers.onMenu(item.id, menuButton.current)}
        >
          <span aria-hidden="true">⋮</span>
        </Button>
      )}
    </GridListItem>
  );
}

const DOING = {
  open: "board.people.hasOpen",
  editing: "board.people.edits",
  moving: "board.people.moves",
} as const;
const ICON = { open: "", editing: "✎ ", moving: "↕ " };

/** Whose hand is on the card, by party. Quiet: it is read with the card, and not announced. */
function Hands({ presence }: { presence: CardPresence[] }) {
  const { t } = useTranslation();
  return (
    <span className="board-card__presence">
      {presence.slice(0, 3).map(({ connectionId, name, color, doing }) => (
        <span key={connectionId} className="presence-tag" style={{ background: `var(--party-${color})` }}>
          <span aria-hidden="true">
            {ICON[doing]}
            {name}
          </span>
          <span className="visually-hidden">{t(DOING[doing], { who: name })}</span>
        </span>
      ))}
    </span>
  );
}
