/**
 * A text as plain HTML, without live editing: the first paint, pages without JavaScript, frozen versions and print.
 * Suggested words are told in words too; source notes stand at the end.
 */
import "../../styles/texts.css";
import { createElement, type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { isEmptyContent } from "../../domain/draft-content";
import { headingsOf, sourceNotesOf } from "../../domain/text/reading";
import type { BlockNode, InlineNode, SourceNoteAttrs, TextDocument, TextMark } from "../../domain/text/text";
import { headingId } from "./editor/outline-panel";
import { SourceList } from "./source-list";
import { SuggestedBlock, suggestedProps, Told, toldMarks } from "./told-suggestions";

type DraftBlock = Extract<BlockNode, { type: "draftBlock" }>;

export interface TextViewProps {
  text: TextDocument;
  /** Drawn in place of a draft block. */
  renderBlock?: (block: DraftBlock) => ReactNode;
  /** What stands above the text on its page: its first headings are one level below. */
  headingUnder?: number;
  /** One of several texts on a page, or inside another: its sources have addresses of their own. */
  isInside?: boolean;
  /** The outline beside it leads to its headings. */
  hasHeadingIds?: boolean;
}

interface Context {
  numberOf: (note: SourceNoteAttrs) => number;
  renderBlock: (block: DraftBlock) => ReactNode;
  headingUnder: number;
  /** Before the number of a source in its id. */
  sourceId: string;
  headingIds: ReadonlyMap<BlockNode, string>;
}

export function TextView({
  text,
  renderBlock,
  headingUnder = 1,
  isInside = false,
  hasHeadingIds = false,
}: TextViewProps) {
  const { t } = useTranslation();
  const own = useId();
  const notes = sourceNotesOf(text);
  const numbers = new Map(notes.map((note, index) => [note, index + 1]));
  const context: Context = {
    numberOf: (note) => numbers.get(note) ?? 0,
    renderBlock: renderBlock ?? (() => <p className="muted">{t("texts.view.noBlock")}</p>),
    headingUnder,
    sourceId: isInside ? `${own}source-` : "source-",
    headingIds: new Map(
      hasHeadingIds ? headingsOf(text).map((block, index) => [block, headingId(index)]) : [],
    ),
  };
  if (isEmptyContent({ kind: "text", text })) return <p className="muted">{t("texts.view.empty")}</p>;
  return (
    <>
      <div className="text-body" lang="fi">
        <Blocks blocks={text.content} context={context} />
      </div>
      <SourceList sources={notes} idPrefix={context.sourceId} />
    </>
  );
}

/** Blocks have no ids: their place is their key. */
function Blocks({ blocks, context }: { blocks: BlockNode[]; context: Context }) {
  return (
    <>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is known by its place alone
        <Block key={index} block={block} context={context} />
      ))}
    </>
  );
}

const TAGS = {
  bulletList: "ul",
  orderedList: "ol",
  listItem: "li",
  blockquote: "blockquote",
  tableRow: "tr",
  tableHeader: "th",
  tableCell: "td",
} as const;

function Block({ block, context }: { block: BlockNode; context: Context }) {
  const attrs = "attrs" in block ? block.attrs : undefined;
  const suggested = suggestedProps(attrs);
  switch (block.type) {
    case "paragraph":
    case "heading": {
      const words = (
        <Told attrs={attrs}>
          <Inlines nodes={block.content} context={context} />
        </Told>
      );
      if (block.type === "paragraph") return <p {...suggested}>{words}</p>;
      return createElement(
        `h${Math.min(6, block.attrs.level + context.headingUnder)}`,
        { ...suggested, id: context.headingIds.get(block) },
        words,
      );
    }
    case "draftBlock":
      return (
        <SuggestedBlock attrs={attrs}>
          <div className="text-block" {...suggested}>
            {context.renderBlock(block)}
          </div>
        </SuggestedBlock>
      );
    case "table":
      return (
        <SuggestedBlock attrs={attrs}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys */}
          <div className="text-table" tabIndex={0} {...suggested}>
            <table>
              <tbody>
                <Blocks blocks={block.content} context={context} />
              </tbody>
            </table>
          </div>
        </SuggestedBlock>
      );
    case "listItem":
    case "tableHeader":
    case "tableCell":
    case "tableRow":
      return createElement(
        TAGS[block.type],
        { ...suggested, ...spansOf(attrs) },
        block.type === "listItem" ? (
          <Told attrs={attrs}>
            <Blocks blocks={block.content} context={context} />
          </Told>
        ) : (
          <Blocks blocks={block.content} context={context} />
        ),
      );
    default:
      return (
        <SuggestedBlock attrs={attrs}>
          {createElement(
            TAGS[block.type],
            { ...suggested, start: (attrs as { start?: number } | undefined)?.start },
            <Blocks blocks={block.content} context={context} />,
          )}
        </SuggestedBlock>
      );
  }
}

function spansOf(attrs: object | undefined): { colSpan?: number | undefined; rowSpan?: number | undefined } {
  const { colspan, rowspan } = (attrs ?? {}) as { colspan?: number; rowspan?: number };
  return { colSpan: colspan, rowSpan: rowspan };
}

function Inlines({ nodes = [], context }: { nodes: InlineNode[] | undefined; context: Context }) {
  return (
    <>
      {nodes.map((node, index) => (
        <Inline
          // biome-ignore lint/suspicious/noArrayIndexKey: words are known by their place alone
          key={index}
          node={node}
          before={nodes[index - 1]}
          after={nodes[index + 1]}
          context={context}
        />
      ))}
    </>
  );
}

interface InlineProps {
  node: InlineNode;
  before: InlineNode | undefined;
  after: InlineNode | undefined;
  context: Context;
}

function Inline({ node, before, after, context }: InlineProps) {
  const { t } = useTranslation();
  switch (node.type) {
    case "text": {
      const { opening, closing } = toldMarks(node, before, after, t);
      return (
        <>
          {opening}
          {(node.marks ?? []).reduceRight(marked, node.text as ReactNode)}
          {closing}
        </>
      );
    }
    case "hardBreak":
      return <br {...suggestedProps(node.attrs)} />;
    case "sourceNote": {
      const number = context.numberOf(node.attrs);
      return (
        <Told attrs={node.attrs}>
          <sup className="source-note" {...suggestedProps(node.attrs)}>
            <a href={`#${context.sourceId}${number}`} aria-label={t("texts.view.sourceNumber", { number })}>
              {number}
            </a>
          </sup>
        </Told>
      );
    }
    case "legalReference":
      return (
        <Told attrs={node.attrs}>
          <cite className="legal-reference" {...suggestedProps(node.attrs)}>
            {[node.attrs.name, node.attrs.act, node.attrs.section].filter(Boolean).join(" ")}
          </cite>
        </Told>
      );
  }
}

function marked(words: ReactNode, mark: TextMark): ReactNode {
  switch (mark.type) {
    case "bold":
      return <strong>{words}</strong>;
    case "italic":
      return <em>{words}</em>;
    case "link":
      return (
        <a href={mark.attrs.href} rel="noopener noreferrer nofollow">
          {words}
        </a>
      );
    case "insertion":
      return <ins data-suggestion={mark.attrs.id}>{words}</ins>;
    case "deletion":
      return <del data-suggestion={mark.attrs.id}>{words}</del>;
  }
}
