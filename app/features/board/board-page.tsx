import "../../styles/board-panel.css";
import "../../styles/board-tools.css";
import { type ComponentType, useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { diffSplits } from "../../domain/split/diff";
import { categoriesOn, type Sides } from "../../domain/split/split";
import type { BoardData } from "../../protocol/board-data";
import { Button } from "../../ui/button";
import { DraftHeader } from "../drafts/draft-header";
import { useAmounts } from "../drafts/use-amounts";
import { BoardTools } from "./board-tools";
import type { BoardCounts } from "./board-view";
import { type BoardView, boardQuery, changedIds, passes } from "./board-view";
import { talkOf } from "./card-talk";
import { HandledNotice } from "./handled-notice";
import type { LiveBoardProps } from "./live-board";
import { NotOpened } from "./not-opened";
import { ReadOnlyNotice } from "./read-only-notice";
import { StaticBoard } from "./static-board";
import { EmptyPanel, StaticPanel } from "./static-panel";
import { HelpIcon, RedoIcon, UndoIcon } from "./tool-icons";
import { type ShowView, useBoardView } from "./use-board-view";

/**
 * The board's page. The server's text is read at once; live editing is another chunk and takes its place
 * after the first sync (promise I11), in the same look.
 */
export function BoardPage({ data }: { data: BoardData }) {
  const [view, show] = useBoardView();
  const [Live, setLive] = useState<ComponentType<LiveBoardProps> | null>(null);
  const [chunkFailed, setChunkFailed] = useState(false);
  const [isLive, setIsLive] = useState(false);
  useEffect(() => {
    import("./live-board").then(
      (module) => setLive(() => module.LiveBoard),
      () => setChunkFailed(true),
    );
  }, []);
  const onLive = useCallback(() => setIsLive(true), []);
  const [counts, setCounts] = useState<BoardCounts>(() => {
    const onBoard = data.split.categories.filter(({ status }) => status !== "removed");
    return { categories: onBoard.length, questions: onBoard.filter(({ question }) => question).length };
  });
  return (
    <main id="content" className="page board-page" tabIndex={-1}>
      <DraftHeader
        draft={{ ...data.draft, kind: "split" }}
        table={data.table}
        lastVersion={data.versions.at(-1) ?? null}
        amounts={useAmounts()({ kind: "split", ...counts })}
        canManage={data.abilities.manage}
      />
      <HandledNotice handled={data.handled} />
      <ReadOnlyNotice data={data} />
      {chunkFailed && <NotOpened />}
      {Live && (
        <Live
          key={data.draft.documentId}
          data={data}
          view={view}
          show={show}
          onLive={onLive}
          onCounts={setCounts}
        />
      )}
      {!isLive && <ReadingBoard data={data} view={view} show={show} />}
    </main>
  );
}

function ReadingBoard({ data, view, show }: { data: BoardData; view: BoardView; show: ShowView }) {
  const { t } = useTranslation();
  const { split, since, draft, abilities } = data;
  const changes = useMemo(() => since && diffSplits(since.split, split), [since, split]);
  const counts = useMemo(() => {
    const changed = changedIds(changes);
    const count = (sides: Sides) => categoriesOn(split, sides).filter((c) => passes(c, view, changed)).length;
    return { municipality: count("municipality"), both: count("both"), region: count("region") };
  }, [split, view, changes]);
  const open = split.categories.find(({ id }) => id === view.category);
  return (
    <>
      <BoardTools
        data={data}
        view={view}
        show={show}
        counts={counts}
        before={
          abilities.edit && (
            <>
              <Button className="tool--wide" disabled>
                + {t("board.toolbar.add")}
              </Button>
              <Button className="tool-icon tool--wide" disabled aria-label={t("common.undo")}>
                <UndoIcon />
              </Button>
              <Button className="tool-icon tool--wide" disabled aria-label={t("common.redo")}>
                <RedoIcon />
              </Button>
            </>
          )
        }
        after={
          <Button className="tool-icon tool--wide" disabled aria-label={t("board.toolbar.help")}>
            <HelpIcon />
          </Button>
        }
      />
      <div className="board-body">
        <StaticBoard
          split={split}
          sideNotes={draft.sideNotes}
          changes={changes}
          view={view}
          tabbed
          gripsFollow={abilities.edit}
          talk={(category) => talkOf(data, category)}
          positionCounts={data.positionCounts}
          hrefFor={(category) => boardQuery({ ...view, category })}
        />
        {open ? (
          <StaticPanel
            category={open}
            wish={data.wishes[open.id]}
            slug={draft.slug}
            talk={talkOf(data, open.id)}
            closeHref={boardQuery({ ...view, category: null }) || "?"}
          />
        ) : (
          <EmptyPanel />
        )}
      </div>
    </>
  );
}
