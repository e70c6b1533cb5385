import "../../styles/texts.css";
import "../../styles/texts-editor.css";
import { type ComponentType, useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DraftFrame } from "../../../server/queries/draft-frame.server";
import { outlineOf } from "../../domain/text/reading";
import { blockKey, type TextPageData } from "../../protocol/text-data";
import { Notice } from "../../ui/page";
import { NotOpened } from "../board/not-opened";
import { DraftHeader } from "../drafts/draft-header";
import { useAmounts } from "../drafts/use-amounts";
import { AnswersTo } from "../initiatives/answers-to";
import { OutlinePanel } from "./editor/outline-panel";
import { ToolBar } from "./editor/tool-bar";
import { EmbeddedBlock } from "./embedded-block";
import type { LiveTextProps } from "./live-text";
import { CommentTool } from "./margin/comment-tool";
import { PassageList } from "./margin/passage-list";
import { TextView } from "./text-view";

type Data = TextPageData & { frame: DraftFrame };

/**
 * The page of a text draft. The server's text is read at once; live editing is another chunk and takes its place
 * after the first sync (promise I11), in the same look.
 */
export function TextPage({ data }: { data: Data }) {
  const { frame } = data;
  const [Live, setLive] = useState<ComponentType<LiveTextProps> | null>(null);
  const [chunkFailed, setChunkFailed] = useState(false);
  const [isLive, setIsLive] = useState(false);
  useEffect(() => {
    import("./live-text").then(
      (module) => setLive(() => module.LiveText),
      () => setChunkFailed(true),
    );
  }, []);
  const onLive = useCallback(() => setIsLive(true), []);
  return (
    <main id="content" className="page text-page" tabIndex={-1}>
      <DraftHeader
        draft={frame}
        table={frame.table}
        lastVersion={frame.lastVersion}
        amounts={useAmounts()(frame.counts)}
        canManage={frame.abilities.manage}
      />
      <AnswersTo initiatives={data.answersTo} />
      <ReadOnlyNotice data={data} />
      {chunkFailed && <NotOpened />}
      {Live && <Live key={frame.documentId} data={data} onLive={onLive} />}
      {!isLive && <ReadingText data={data} />}
    </main>
  );
}

/** Why a text can only be read; nothing for those who may write or suggest. */
function ReadOnlyNotice({ data: { abilities, frame } }: { data: Data }) {
  const { t } = useTranslation();
  if (abilities.edit || abilities.suggest) return null;
  return <Notice>{t(`texts.editor.reading.${frame.state === "open" ? "role" : frame.state}`)}</Notice>;
}

function ReadingText({ data }: { data: Data }) {
  const { text, blocks, abilities } = data;
  const { t } = useTranslation();
  const outline = useMemo(() => outlineOf(text), [text]);
  const canWrite = abilities.edit || abilities.suggest;
  return (
    <div className="text-layout">
      <OutlinePanel outline={outline} words={null} />
      <div className="text-main">
        {canWrite && (
          <>
            <ToolBar state={null}>{data.talk.canComment && <CommentTool />}</ToolBar>
            <noscript>
              <Notice>{t("texts.editor.needsLive")}</Notice>
            </noscript>
          </>
        )}
        <div className="text-paper">
          <TextView
            text={text}
            hasHeadingIds
            renderBlock={({ attrs: { slug, version } }) => (
              <EmbeddedBlock
                slug={slug}
                version={version}
                embedded={blocks[blockKey({ slug, version })] ?? { ok: false }}
              />
            )}
          />
        </div>
        <PassageList slug={data.frame.slug} data={data} />
      </div>
    </div>
  );
}
