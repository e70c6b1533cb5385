/**
 * The live half of the board's page, loaded after the first paint. It shows nothing of its own until the
 * first sync (promise I11); then it takes the read-only board's place.
 */
import "../../styles/board-here.css";
import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useLayoutEffect, useState } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { useSharedDocument } from "../../collab/use-document";
import type { BoardData } from "../../protocol/board-data";
import type { ChangedWhat } from "../../protocol/collab";
import { localeOf } from "../../ui/format";
import { HeaderSlot } from "../../ui/header-slot";
import { useLanguage } from "../../ui/use-language";
import type { BoardCounts, BoardView } from "./board-view";
import { focusCardSoon } from "./focus-card";
import { LatePill } from "./late-pill";
import { LiveBody } from "./live-body";
import { PeopleHere } from "./people-here";
import { SaveStatus } from "./save-status";
import { StateNotice } from "./state-notice";
import { useAnnouncer } from "./use-announcer";
import { useBoardOverlays } from "./use-board-overlays";
import type { ShowView } from "./use-board-view";
import { useSaveAnnouncements } from "./use-save-announcements";

export interface LiveBoardProps {
  data: BoardData;
  view: BoardView;
  show: ShowView;
  /** The live board stands: the read-only one can go. */
  onLive: () => void;
  onCounts: (counts: BoardCounts) => void;
}

export function LiveBoard({ data, view, show, onLive, onCounts }: LiveBoardProps) {
  const language = useLanguage();
  const { revalidate } = useRevalidator();
  const [historyVersion, setHistoryVersion] = useState(0);
  const [talkVersion, setTalkVersion] = useState(0);
  const [positionsVersion, setPositionsVersion] = useState(0);
  const [region, announce] = useAnnouncer();
  const onChanged = useCallback(
    (what: ChangedWhat) => {
      if (what !== "history") revalidate();
      if (what === "discussion" || what === "suggestions") setTalkVersion((version) => version + 1);
      if (what === "positions") setPositionsVersion((version) => version + 1);
      if (what === "history" || what === "remarks") setHistoryVersion((version) => version + 1);
    },
    [revalidate],
  );
  const shared = useSharedDocument({ documentId: data.draft.documentId, enabled: true, onChanged });
  const { doc } = shared;
  const overlays = useBoardOverlays(shared.review !== null);
  useSaveAnnouncements(shared.state, announce);
  // What changed while the connection was down was told to nobody here: the page asks itself.
  const isOutdated =
    shared.synced && shared.connectionId !== null && (shared.access === "edit") !== data.abilities.edit;
  useEffect(() => {
    if (isOutdated) revalidate();
  }, [isOutdated, revalidate]);
  useLayoutEffect(() => {
    if (!doc) return;
    // Whoever had walked to a card of the read-only board stands on the same card of this one.
    const card = document.activeElement?.closest<HTMLElement>("li[data-category]")?.dataset.category;
    onLive();
    if (card) focusCardSoon(card);
  }, [doc, onLive]);
  return (
    <I18nProvider locale={localeOf(language)}>
      <HeaderSlot>
        <SaveStatus state={shared.state} />
        <PeopleHere people={shared.people} ownId={data.viewer.personId} />
      </HeaderSlot>
      {region}
      <LatePill state={shared.state} />
      <StateNotice shared={shared} announce={announce} />
      {overlays && doc && shared.review && shared.state.kind !== "loading" && (
        <overlays.ReviewNotice
          key={shared.review.id}
          shared={shared}
          doc={doc}
          canEdit={shared.access === "edit"}
          announce={announce}
        />
      )}
      {doc && (
        <LiveBody
          data={data}
          view={view}
          show={show}
          doc={doc}
          shared={shared}
          historyVersion={historyVersion}
          talkVersion={talkVersion}
          onTalkRead={revalidate}
          positionsVersion={positionsVersion}
          announce={announce}
          onCounts={onCounts}
        />
      )}
    </I18nProvider>
  );
}
