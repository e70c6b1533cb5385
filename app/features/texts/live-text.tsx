/**
 * The live half of a text's page, loaded after the first paint. It shows nothing of its own until the first sync
 * (promise I11); then it takes the read-only text's place.
 */
import "../../styles/board-here.css";
import { useRevalidator } from "@remix-run/react";
import type { AnyExtension, Editor } from "@tiptap/core";
import { useCallback, useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import type { DraftFrame } from "../../../server/queries/draft-frame.server";
import { useSharedDocument } from "../../collab/use-document";
import { inLanguage } from "../../domain/languages";
import type { ChangedWhat, DocumentAccess } from "../../protocol/collab";
import type { TextPageData } from "../../protocol/text-data";
import { localeOf } from "../../ui/format";
import { HeaderSlot } from "../../ui/header-slot";
import { useLanguage } from "../../ui/use-language";
import { LatePill } from "../board/late-pill";
import { PeopleHere } from "../board/people-here";
import { SaveStatus } from "../board/save-status";
import { StateNotice } from "../board/state-notice";
import { useAnnouncer } from "../board/use-announcer";
import { useSaveAnnouncements } from "../board/use-save-announcements";
import { BlocksContext } from "./editor/blocks-context";
import { goToHeading } from "./editor/go-to-heading";
import type { TextInsight } from "./editor/insight";
import { OutlinePanel } from "./editor/outline-panel";
import { FollowedDrafts } from "./followed-drafts";
import { CommentTool } from "./margin/comment-tool";
import { MarginColumns } from "./margin/margin-columns";
import { useMargin } from "./margin/use-margin";
import { RichEditor } from "./rich-editor";
import { SuggestionPanel, SuggestionSwitch } from "./suggesting/suggestion-panel";
import { useSuggesting } from "./suggesting/use-suggesting";
import { useToldSettled } from "./suggesting/use-told-settled";
import { TextReview } from "./text-review";

export interface LiveTextProps {
  data: TextPageData & { frame: DraftFrame };
  /** The live text stands: the read-only one can go. */
  onLive: () => void;
}

export function LiveText({ data, onLive }: LiveTextProps) {
  const language = useLanguage();
  const { revalidate } = useRevalidator();
  const { frame, abilities } = data;
  const [region, announce] = useAnnouncer();
  const onChanged = useCallback((what: ChangedWhat) => what !== "history" && revalidate(), [revalidate]);
  const shared = useSharedDocument({ documentId: frame.documentId, enabled: true, kind: "text", onChanged });
  const { doc, state } = shared;
  useSaveAnnouncements(state, announce);
  const isStopped = state.kind === "refused" || state.kind === "ended";
  const access: DocumentAccess = isStopped ? "read" : shared.access;
  const granted = abilities.edit ? "edit" : abilities.suggest ? "suggest" : "read";
  // What changed while the connection was down was told to nobody here: the page asks itself.
  const isOutdated = shared.synced && shared.connectionId !== null && shared.access !== granted;
  useEffect(() => {
    if (isOutdated) revalidate();
  }, [isOutdated, revalidate]);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [insight, setInsight] = useState<TextInsight | null>(null);
  const onEditor = useCallback(
    (next: Editor | null) => {
      setEditor(next);
      if (next) onLive();
    },
    [onLive],
  );
  const margin = useMargin(data, doc, announce);
  const suggesting = useSuggesting(editor, {
    ...{ slug: frame.slug, access, authors: data.suggestions, announce },
  });
  const onSettled = useToldSettled(announce, revalidate);
  const extensions = useMemo<AnyExtension[]>(
    () => [margin.store.extension, ...suggesting.extensions],
    [margin.store, suggesting.extensions],
  );
  return (
    <I18nProvider locale={localeOf(language)}>
      <HeaderSlot>
        <SaveStatus state={state} />
        <PeopleHere people={shared.people} ownId={data.viewer.personId} />
      </HeaderSlot>
      {region}
      <LatePill state={state} />
      <StateNotice shared={shared} announce={announce} />
      <FollowedDrafts blocks={data.blocks} own={frame.documentId} />
      {doc && (
        <TextReview
          shared={shared}
          doc={doc}
          announce={announce}
          onSettled={() => editor?.commands.focus()}
        />
      )}
      {doc && (
        <BlocksContext.Provider value={data.blocks}>
          <div className="text-layout">
            <OutlinePanel
              outline={insight?.outline ?? []}
              words={insight?.words ?? null}
              onGo={(index) => editor && insight && goToHeading(editor, insight.outline[index])}
            />
            <MarginColumns slug={frame.slug} data={data} margin={margin} onSent={revalidate}>
              {access !== "read" && <SuggestionSwitch suggesting={suggesting} announce={announce} />}
              <RichEditor
                doc={doc}
                label={inLanguage(frame.title, language)}
                access={access}
                shared={shared}
                extensions={extensions}
                toolbar="full"
                tools={data.talk.canComment && <CommentTool onPress={() => margin.store.comment()} />}
                slug={frame.slug}
                onEditor={onEditor}
                onInsight={setInsight}
              />
              <SuggestionPanel
                slug={frame.slug}
                suggesting={suggesting}
                canSettle={abilities.edit}
                canSuggest={abilities.suggest}
                onSettled={onSettled}
                onLeave={() => editor?.commands.focus()}
              />
            </MarginColumns>
          </div>
        </BlocksContext.Provider>
      )}
    </I18nProvider>
  );
}
