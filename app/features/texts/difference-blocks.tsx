/** Blocks of a difference: what came and went in red, underlined or struck through, and told in words as well. */
import { createContext, createElement, type ReactNode, useContext } from "react";
import { useTranslation } from "react-i18next";
import type { ChangedEntry, Shell } from "../../domain/text/diff";
import { isLeft, type NumberedEntry } from "../../domain/text/diff-changes";
import type { WordRun } from "../../domain/text/diff-words";
import type { BlockNode, InlineNode, TextMark } from "../../domain/text/text";

/** Both in one, or one of two columns. */
export type Side = "both" | "before" | "after";
const SideContext = createContext<Side>("both");
/** Whose ids the page's keys go to: only one of the two columns has them. */
const isNamed = (side: Side) => side !== "before";

type Kind = WordRun["kind"];
type Label = "added" | "removed" | "moved" | "movedAway" | "reshaped";

export function DifferenceBlocks({ entries, side }: { entries: NumberedEntry[]; side: Side }) {
  return (
    <SideContext.Provider value={side}>
      <Entries entries={entries} />
    </SideContext.Provider>
  );
}

function Entries({ entries }: { entries: NumberedEntry[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a block is known by its place alone
  return entries.map((node, index) => <Entry key={index} node={node} />);
}

function Entry({ node: { entry, number, inner } }: { node: NumberedEntry }) {
  const side = useContext(SideContext);
  if (entry.kind === "same") return <Plain block={entry.block} kind="same" />;
  if (entry.kind === "added") {
    if (side === "before") return null;
    const label = entry.move === undefined ? "added" : number === null ? null : "moved";
    return (
      <Plain
        block={entry.block}
        kind={entry.move === undefined ? "added" : "same"}
        change={{ number, label }}
      />
    );
  }
  if (entry.kind === "removed") {
    if (side === "after") return null;
    const label = isLeft(entry) ? "movedAway" : "removed";
    return (
      <Plain block={entry.block} kind="removed" change={{ number: isLeft(entry) ? null : number, label }} />
    );
  }
  if (entry.kind !== "changed" || (entry.move !== undefined && side === "before")) return null;
  return <Changed entry={entry} number={number} inner={inner} />;
}

interface Change {
  number: number | null;
  label: Label | null;
}

function Changed({
  entry,
  number,
  inner,
}: {
  entry: ChangedEntry;
  number: number | null;
  inner: NumberedEntry[];
}) {
  const side = useContext(SideContext);
  const shell = side === "before" ? entry.before : entry.after;
  const isReshaped = !("words" in entry) || entry.before.type !== entry.after.type;
  const label = entry.move !== undefined ? "moved" : number !== null && isReshaped ? "reshaped" : null;
  const change = { number, label } as const;
  if ("words" in entry)
    return (
      <Element shell={shell} change={change}>
        <Runs runs={entry.words} />
      </Element>
    );
  // What moved and changed inside is shown as it stands now.
  const blocks =
    inner.length > 0 ? inner : entry.inner.map((one) => ({ entry: one, number: null, inner: [] }));
  return (
    <Element shell={shell} change={change}>
      <Entries entries={blocks} />
    </Element>
  );
}

/** A block that came, went or stayed as a whole. */
function Plain({ block, kind, change }: { block: BlockNode; kind: Kind; change?: Change }) {
  if (block.type === "draftBlock")
    return (
      <Element shell={block} {...(change && { change })}>
        <Run kind={kind}>
          <DraftName slug={block.attrs.slug} version={block.attrs.version} />
        </Run>
      </Element>
    );
  const words = block.type === "paragraph" || block.type === "heading";
  return (
    <Element shell={block} {...(change && { change })}>
      {words
        ? block.content && (
            <Run kind={kind}>
              <Inlines nodes={block.content} />
            </Run>
          )
        : block.content.map((child, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a block is known by its place alone
            <Plain key={index} block={child} kind={kind} />
          ))}
    </Element>
  );
}

function DraftName({ slug, version }: { slug: string; version: number | null }) {
  const { t } = useTranslation();
  return (
    <>
      {version === null
        ? t("texts.versions.draftLive", { slug })
        : t("texts.versions.draftVersion", { slug, number: version })}
    </>
  );
}

const TAGS = {
  paragraph: "p",
  bulletList: "ul",
  orderedList: "ol",
  listItem: "li",
  blockquote: "blockquote",
  tableRow: "tr",
  tableHeader: "th",
  tableCell: "td",
  draftBlock: "p",
} as const;
/** Elements that nothing may stand around: the change is marked on themselves. */
const INSIDE = ["listItem", "tableRow", "tableHeader", "tableCell"];

function Element({ shell, change, children }: { shell: Shell; change?: Change; children?: ReactNode }) {
  const side = useContext(SideContext);
  const { level, start, colspan, rowspan } = (shell.attrs ?? {}) as Record<string, number | undefined>;
  const marked = change && (change.number !== null || change.label !== null);
  const props = marked
    ? {
        className: `text-change${change.label ? ` text-change--${change.label}` : ""}`,
        ...(change.number !== null && isNamed(side) ? { id: `change-${change.number}`, tabIndex: -1 } : {}),
        ...(change.number !== null && side === "before" && change.label === "removed"
          ? { id: `change-${change.number}`, tabIndex: -1 }
          : {}),
      }
    : {};
  const label = marked && change.label && <ChangeLabel label={change.label} />;
  const isInside = INSIDE.includes(shell.type);
  const own = isInside ? props : {};
  const element =
    shell.type === "table" ? (
      <div className="text-table">
        <table>
          <tbody>{children}</tbody>
        </table>
      </div>
    ) : (
      createElement(
        shell.type === "heading" ? `h${Math.min(6, (level ?? 1) + 2)}` : TAGS[shell.type],
        { start, colSpan: colspan, rowSpan: rowspan, ...own },
        // A row has no place for words but in its cells.
        isInside && shell.type !== "tableRow" ? label : null,
        children,
        isInside && shell.type === "tableRow" && label ? (
          <td className="text-change__cell">{label}</td>
        ) : null,
      )
    );
  if (!marked || isInside) return element;
  return (
    <div {...props}>
      {label}
      {element}
    </div>
  );
}

function ChangeLabel({ label }: { label: Label }) {
  const { t } = useTranslation();
  return <span className="text-change__label">{t(`texts.versions.label.${label}`)}</span>;
}

function Runs({ runs }: { runs: WordRun[] }) {
  const side = useContext(SideContext);
  return runs.map(({ kind, nodes }, index) => {
    if ((kind === "added" && side === "before") || (kind === "removed" && side === "after")) return null;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: words are known by their place alone
      <Run key={index} kind={kind}>
        <Inlines nodes={nodes} />
      </Run>
    );
  });
}

/** Words in red, with their beginning and end in words for who does not see it. */
function Run({ kind, children }: { kind: Kind; children: ReactNode }) {
  const { t } = useTranslation();
  if (kind === "same") return <>{children}</>;
  const said = (end: "begins" | "ends") => (
    <span className="visually-hidden">{` ${t(`texts.versions.spoken.${kind}.${end}`)} `}</span>
  );
  return createElement(
    kind === "added" ? "ins" : "del",
    { className: kind === "added" ? "word-added" : "word-removed" },
    said("begins"),
    children,
    said("ends"),
  );
}

function Inlines({ nodes }: { nodes: InlineNode[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: words are known by their place alone
  return nodes.map((node, index) => <Inline key={index} node={node} />);
}

/** Source notes stand among the words here, so that a change of one is seen. */
function Inline({ node }: { node: InlineNode }) {
  const { t } = useTranslation();
  switch (node.type) {
    case "text":
      return <>{(node.marks ?? []).reduceRight(marked, node.text as ReactNode)}</>;
    case "hardBreak":
      return <br />;
    case "sourceNote":
      return (
        <span className="text-change__note">
          [{t("texts.versions.source")}: {[node.attrs.text, node.attrs.href].filter(Boolean).join(" ")}]
        </span>
      );
    case "legalReference":
      return <cite>{[node.attrs.name, node.attrs.act, node.attrs.section].filter(Boolean).join(" ")}</cite>;
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
    default:
      return words;
  }
}
