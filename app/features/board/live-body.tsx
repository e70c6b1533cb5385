import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import type { SharedDocument } from "../../collab/use-document";
import { useSharedSplit } from "../../collab/use-shared-split";
import { useUndo } from "../../collab/use-undo";
import { inLanguage } from "../../domain/languages";
import { diffSplits } from "../../domain/split/diff";
import { categoriesOn } from "../../domain/split/split";
import type { BoardData } from "../../protocol/board-data";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { findCategory } from "./board-actions";
import { BoardTools } from "./board-tools";
import type { BoardCounts } from "./board-view";
import { type BoardView, changedIds, isFiltering, LANES, passes, WHOLE_BOARD } from "./board-view";
import { type CardMarks, markCards } from "./card-marks";
import { talkOf } from "./card-talk";
import { CategoryPanel, type PanelNews } from "./category-panel";
import { focusCardSoon } from "./focus-card";
import { hasNamesake } from "./has-namesake";
import type { CardHandlers } from "./live-card";
import { LiveLane } from "./live-lane";
import { EditBar, EditTools } from "./live-tools";
import { PanelFrame } from "./panel-frame";
import { RemovedList } from "./removed-list";
import type { Renaming } from "./rename-field";
import { SheetSaveStatus } from "./save-status";
import { EmptyPanel } from "./static-panel";
import { HelpIcon } from "./tool-icons";
import { UndoToast } from "./undo-toast";
import { type Toast, useBoardCommands } from "./use-board-commands";
import { useCardKeys, useUndoKeys } from "./use-board-keys";
import { useBoardOverlays } from "./use-board-overlays";
import type { ShowView } from "./use-board-view";
import { useCardItems } from "./use-card-items";
import { useFilterAnnouncement } from "./use-filter-announcement";

interface Props extends PanelNews {
  data: BoardData;
  view: BoardView;
  show: ShowView;
  doc: Y.Doc;
  shared: SharedDocument;
  announce: (text: string) => void;
  onCounts: (counts: BoardCounts) => void;
}

/** The board while it lives: lanes, tools, panel, menus and keys on the shared document. */
export function LiveBody({ data, view, show, doc, shared, announce, onCounts, ...news }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const canEdit =
    shared.access === "edit" && shared.state.kind !== "refused" && shared.state.kind !== "ended";
  const split = useSharedSplit(doc, data.split);
  const undo = useUndo(doc);
  const { since } = data;
  const changes = useMemo(() => since && diffSplits(since.split, split), [since, split]);
  const changed = useMemo(() => changedIds(changes), [changes]);
  const earlierMarks = useRef<ReadonlyMap<string, CardMarks>>();
  const marks = useMemo(() => markCards(changes, language, earlierMarks.current), [changes, language]);
  earlierMarks.current = marks;

  const [toast, setToast] = useState<Toast | null>(null);
  const [renaming, setRenaming] = useState<Renaming | null>(null);
  const renamingId = renaming?.id ?? null;
  const [menu, setMenu] = useState<{ id: string; button: HTMLElement } | null>(null);
  const [dialog, setDialog] = useState<"add" | "help" | null>(null);
  const over = useBoardOverlays(menu !== null || dialog !== null);
  const openedByKey = useRef(false);
  const dragged = useRef<string | null>(null);
  const commands = useBoardCommands({ doc, undo, announce, showToast: setToast, focusCard: focusCardSoon });
  useUndoKeys(canEdit, commands);

  const categories = split.categories;
  const find = (id: string | null) => categories.find((category) => category.id === id);
  const openCategory = find(view.category);
  const onBoard = useMemo(() => categories.filter(({ status }) => status !== "removed"), [categories]);
  const questions = useMemo(() => onBoard.filter(({ question }) => question).length, [onBoard]);
  useEffect(() => onCounts({ categories: onBoard.length, questions }), [onCounts, onBoard.length, questions]);

  const shownCount = onBoard.filter((category) => passes(category, view, changed)).length;
  useFilterAnnouncement(view, shownCount, announce);

  const { setPresence } = shared;
  const openId = openCategory?.id ?? null;
  useEffect(() => setPresence({ open: openId }), [setPresence, openId]);
  useEffect(() => setPresence({ editing: renamingId }), [setPresence, renamingId]);

  const openPanel = useCallback((id: string) => show({ category: id }), [show]);
  const closePanel = useCallback(() => {
    show({ category: null });
    if (openId) focusCardSoon(openId);
  }, [show, openId]);
  const rename = useCallback(
    (id: string) => {
      undo.stopCapturing();
      setRenaming({ id });
    },
    [undo.stopCapturing],
  );
  const handlers = useMemo<CardHandlers>(
    () => ({
      doc,
      canEdit,
      onMenu: (id, button) => setMenu({ id, button }),
      onRenamed: (id, end) => {
        setRenaming(null);
        undo.stopCapturing();
        const label = findCategory(doc, id)?.label;
        if (end === "renamed" && label)
          announce(t("board.said.renamed", { label: inLanguage(label, language) }));
        if (end === "emptied") {
          announce(t("board.card.emptyName"));
          setToast({ text: t("board.card.emptyName") });
        }
        if (document.activeElement === document.body || document.activeElement?.closest(".board-card"))
          focusCardSoon(id);
      },
    }),
    [doc, canEdit, undo.stopCapturing, announce, t, language],
  );
  const cardKeys = useCardKeys({ canEdit, commands, onRename: rename, openedByKey });

  const items = useCardItems(
    onBoard.filter((category) => passes(category, view, changed) || category.id === renamingId),
    {
      marks,
      talk: (id) => talkOf(data, id),
      people: shared.people,
      connectionId: shared.connectionId,
      openId,
      renaming,
      positionCounts: data.positionCounts,
    },
  );
  const lanes = LANES.map((sides) => ({
    sides,
    all: categoriesOn(split, sides),
    items: items.filter((item) => item.category.sides === sides),
  }));
  const shownOn = (sides: string) => lanes.find((lane) => lane.sides === sides)!.items.length;
  const menuCategory = menu && find(menu.id);
  const menuTrigger = useRef<HTMLElement>(null) as { current: HTMLElement | null };
  menuTrigger.current = menu?.button ?? null;
  const tools = { undo, commands, onAdd: () => setDialog("add") };
  const isNothingShown = isFiltering(view) && items.length === 0 && onBoard.length > 0;

  return (
    <>
      <BoardTools
        data={data}
        view={view}
        show={show}
        counts={{ municipality: shownOn("municipality"), both: shownOn("both"), region: shownOn("region") }}
        before={canEdit && <EditTools {...tools} />}
        after={
          <Button
            className="tool-icon tool--wide"
            aria-label={t("board.toolbar.help")}
            title={t("board.toolbar.help")}
            onClick={() => setDialog("help")}
          >
            <HelpIcon />
          </Button>
        }
      />
      <div className="board-body">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and double clicks of the cards within */}
        <div
          className={`board-lanes board-lanes--tabbed${isNothingShown ? " board-lanes--hidden" : ""}`}
          data-side={view.side ?? "all"}
          onKeyDownCapture={cardKeys}
          onDoubleClick={(event) => {
            const id = (event.target as HTMLElement).closest<HTMLElement>("[data-category]")?.dataset
              .category;
            if (id && canEdit && !(event.target as HTMLElement).closest("button, textarea")) rename(id);
          }}
        >
          {isNothingShown && (
            <EmptyState
              title={t("board.nothingMatchesAll")}
              action={
                <Button
                  onClick={() =>
                    show({ ...WHOLE_BOARD, changesSince: view.changesSince, category: view.category })
                  }
                >
                  {t("board.clearFilters")}
                </Button>
              }
            />
          )}
          {onBoard.length === 0 && canEdit && (
            <EmptyState
              title={t("board.emptyBoard")}
              action={
                <Button variant="primary" onClick={tools.onAdd}>
                  + {t("board.toolbar.add")}
                </Button>
              }
            >
              {t("board.emptyBoardHint")}
            </EmptyState>
          )}
          {lanes.map((lane) => (
            <LiveLane
              key={lane.sides}
              {...lane}
              note={data.draft.sideNotes[lane.sides]}
              handlers={handlers}
              isRenaming={renamingId !== null}
              dragged={dragged}
              onDragging={(id) => setPresence({ moving: id })}
              onMove={commands.move}
              onOpen={openPanel}
            />
          ))}
          <RemovedList
            split={split}
            changes={changes}
            marks={marks}
            canEdit={canEdit}
            onOpen={openPanel}
            onBringBack={commands.bringBack}
          />
        </div>
        {openCategory ? (
          <PanelFrame
            key={openCategory.id}
            takesFocus={openedByKey}
            onClose={closePanel}
            state={<SheetSaveStatus state={shared.state} />}
          >
            <CategoryPanel
              slug={data.draft.slug}
              doc={doc}
              category={openCategory}
              wish={data.wishes[openCategory.id]}
              canEdit={canEdit}
              hasNamesake={hasNamesake(onBoard, openCategory)}
              knownLegalBases={[...new Set(categories.flatMap(({ legalBasis }) => legalBasis ?? []))]}
              commands={commands}
              {...news}
              announce={announce}
              warn={(text) => {
                announce(text);
                setToast({ text });
              }}
              onEditing={(isEditing) => setPresence({ editing: isEditing ? openCategory.id : null })}
              onClose={closePanel}
            />
          </PanelFrame>
        ) : (
          <EmptyPanel />
        )}
      </div>
      {canEdit && <EditBar {...tools} />}
      {over && menu && menuCategory && (
        <over.CardMenu
          key={menu.id}
          category={menuCategory}
          label={inLanguage(menuCategory.label, language) || t("board.unnamed")}
          trigger={menuTrigger}
          commands={commands}
          onOpen={openPanel}
          onRename={rename}
          onClose={() => setMenu(null)}
        />
      )}
      {over && dialog === "help" && <over.HelpDialog onClose={() => setDialog(null)} />}
      {over && dialog === "add" && (
        <over.AddDialog
          initialSide={view.side ?? "municipality"}
          onAdd={(label, sides) => {
            const id = commands.add(label, sides);
            if (id && view.side && view.side !== sides) show({ side: sides });
            if (id) focusCardSoon(id);
            return id !== null;
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {toast && <UndoToast toast={toast} onClose={() => setToast(null)} />}
    </>
  );
}
