/** The tools of a text: one stop of the Tab key, arrows within. Drawn by the server too, to stand where they will work. */
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { HEADING_LEVEL_MAX } from "../../../domain/text/text";
import { RedoIcon, UndoIcon } from "../../board/tool-icons";
import * as icons from "./text-icons";

export const TOOLS = [
  ...(["bold", "italic", "link"] as const),
  ...(["bulletList", "orderedList", "blockquote"] as const),
  ...(["table", "sourceNote", "legalReference", "draftBlock"] as const),
  ...(["undo", "redo", "help"] as const),
] as const;
export type Tool = (typeof TOOLS)[number];
/** Of a table that the caret stands in. */
export const TABLE_TOOLS = [
  ...([
    "addRowAfter",
    "deleteRow",
    "addColumnAfter",
    "deleteColumn",
    "toggleHeaderRow",
    "deleteTable",
  ] as const),
] as const;
export type TableTool = (typeof TABLE_TOOLS)[number];

/** Which tools a small editor has. */
const PLAIN: readonly Tool[] = ["bold", "italic", "link", "bulletList", "orderedList", "undo", "redo"];

const ICONS: Record<Tool, () => ReactNode> = {
  bold: icons.BoldIcon,
  italic: icons.ItalicIcon,
  link: icons.LinkIcon,
  bulletList: icons.BulletListIcon,
  orderedList: icons.OrderedListIcon,
  blockquote: icons.QuoteIcon,
  table: icons.TableIcon,
  sourceNote: icons.SourceIcon,
  legalReference: icons.LawIcon,
  draftBlock: icons.BlockIcon,
  undo: UndoIcon,
  redo: RedoIcon,
  help: icons.HelpIcon,
};
/** Keys as they are told; where a Mac has another, the person knows. */
export const TOOL_KEYS: Partial<Record<Tool, string>> = {
  bold: "Ctrl + B",
  italic: "Ctrl + I",
  link: "Ctrl + K",
  bulletList: "Ctrl + Shift + 8",
  orderedList: "Ctrl + Shift + 7",
  blockquote: "Ctrl + Shift + B",
  undo: "Ctrl + Z",
  redo: "Ctrl + Y",
  help: "Ctrl + /",
};
/** Tools that are on or off where the caret stands. */
const PRESSED: readonly Tool[] = ["bold", "italic", "link", "bulletList", "orderedList", "blockquote"];
/** A new group begins before these. */
const GROUPS: readonly Tool[] = ["bulletList", "table", "undo"];

const LEVELS = Array.from({ length: HEADING_LEVEL_MAX }, (_, index) => index + 1);

/** How the tools stand; null before there is an editor. */
export interface ToolState {
  /** 0 for a paragraph. */
  level: number;
  on: Partial<Record<Tool, boolean>>;
  off: Partial<Record<Tool, boolean>>;
  inTable: boolean;
}

interface Props {
  id?: string;
  state: ToolState | null;
  kind?: "full" | "plain";
  onTool?: (tool: Tool) => void;
  onTableTool?: (tool: TableTool) => void;
  /** `staysInBar`: chosen by keys, which may go on to the next level. */
  onLevel?: (level: number, staysInBar: boolean) => void;
  /** Back into the text. */
  onEscape?: () => void;
  /** Further tools, of the page. */
  children?: ReactNode;
}

export function ToolBar({
  id,
  state,
  kind = "full",
  onTool,
  onTableTool,
  onLevel,
  onEscape,
  children,
}: Props) {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const byKey = useRef(false);
  const tools = kind === "full" ? TOOLS : PLAIN;
  const button = (tool: Tool) => {
    const Icon = ICONS[tool];
    const name = t(`texts.editor.tool.${tool}`);
    const keys = TOOL_KEYS[tool];
    return (
      <button
        key={tool}
        type="button"
        className={`text-tool${GROUPS.includes(tool) ? " text-tool--group" : ""}`}
        aria-label={name}
        title={keys ? `${name} (${keys})` : name}
        aria-pressed={PRESSED.includes(tool) ? Boolean(state?.on[tool]) : undefined}
        aria-disabled={!state || state.off[tool] || undefined}
        tabIndex={-1}
        data-tool={tool}
        // The caret stays in the text.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => state && !state.off[tool] && onTool?.(tool)}
      >
        <Icon />
      </button>
    );
  };
  return (
    <div
      ref={bar}
      id={id}
      className="text-tools"
      role="toolbar"
      aria-label={t("texts.editor.tools")}
      aria-orientation="horizontal"
      onKeyDown={(event) => rove(event, bar.current, onEscape)}
      onFocus={(event) => keepStop(bar.current, event.target)}
    >
      <select
        className="button tool-select text-tools__level"
        aria-label={t("texts.editor.level.label")}
        value={state?.level ?? 0}
        disabled={!state}
        tabIndex={0}
        onPointerDown={() => {
          byKey.current = false;
        }}
        onKeyDown={() => {
          byKey.current = true;
        }}
        onChange={(event) => onLevel?.(Number(event.target.value), byKey.current)}
      >
        <option value={0}>{t("texts.editor.level.paragraph")}</option>
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {t("texts.editor.level.heading", { level })}
          </option>
        ))}
      </select>
      {tools.map(button)}
      {children}
      {state?.inTable && (
        <fieldset className="text-tools__table" aria-label={t("texts.editor.table.label")}>
          {TABLE_TOOLS.map((tool) => (
            <button
              key={tool}
              type="button"
              className="text-tool text-tool--words"
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onTableTool?.(tool)}
            >
              {t(`texts.editor.table.${tool}`)}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}

const stopsOf = (bar: HTMLElement) => [...bar.querySelectorAll<HTMLElement>("select,button")];

/** Left and right go through the tools, Home and End to the ends, Escape back to the text. */
function rove(event: KeyboardEvent, bar: HTMLElement | null, onEscape: (() => void) | undefined): void {
  if (!bar) return;
  if (event.key === "Escape") return void onEscape?.();
  const stops = stopsOf(bar);
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  stops[(to + stops.length) % stops.length]?.focus();
}

/** The tool that had the focus last is the toolbar's one stop. */
function keepStop(bar: HTMLElement | null, focused: EventTarget): void {
  if (!bar) return;
  for (const stop of stopsOf(bar)) stop.tabIndex = stop === focused ? 0 : -1;
}
