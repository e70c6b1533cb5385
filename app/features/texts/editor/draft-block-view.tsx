import { type NodeViewProps, NodeViewWrapper } from "@tiptap/react";
import { useContext, useEffect, useState } from "react";
import { paths } from "../../../paths";
import { blockKey, type EmbeddedDraft } from "../../../protocol/text-data";
import { EmbeddedBlock } from "../embedded-block";
import { BlocksContext } from "./blocks-context";

/** Another draft inside the text that is being written. What the page did not bring along is asked for. */
export function DraftBlockView({ node, selected }: NodeViewProps) {
  const slug = String(node.attrs.slug);
  const version = node.attrs.version === null ? null : Number(node.attrs.version);
  const known = useContext(BlocksContext)[blockKey({ slug, version })];
  const [asked, setAsked] = useState<EmbeddedDraft | undefined>();
  const isKnown = known !== undefined;
  useEffect(() => {
    if (isKnown || !slug) return;
    const stop = new AbortController();
    fetch(paths.draftBlock(slug, version), { signal: stop.signal })
      .then(async (answer): Promise<EmbeddedDraft> => (answer.ok ? await answer.json() : { ok: false }))
      .then(setAsked, () => undefined); // the next page brings it
    return () => stop.abort();
  }, [isKnown, slug, version]);
  return (
    <NodeViewWrapper
      contentEditable={false}
      data-selected={selected || undefined}
      data-insertion={node.attrs.insertion ?? undefined}
      data-deletion={node.attrs.deletion ?? undefined}
    >
      <EmbeddedBlock slug={slug} version={version} embedded={known ?? asked} />
    </NodeViewWrapper>
  );
}
