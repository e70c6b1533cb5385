/**
 * What a comment's light formatting may become, as steps of react-markdown. Pictures and everything else that is not
 * plain words stay as they were typed; bare addresses become links; mentions are marked.
 */

/** The part of a Markdown tree's node that is looked at here. */
export interface MarkdownNode {
  type: string;
  value?: string;
  url?: string;
  children?: MarkdownNode[];
  position?: { start: { offset?: number }; end: { offset?: number } };
  data?: { hName: string; hProperties: Record<string, string> };
}

/** Elements that a comment is made of. Headings are shown as paragraphs. */
export const ALLOWED_ELEMENTS = [
  ...["p", "strong", "em", "ul", "ol", "li", "code", "pre", "blockquote", "a", "br", "span"],
  ...["h1", "h2", "h3", "h4", "h5", "h6"],
];

/** An address that may be followed, or empty: only the web and mail. */
export function safeAddress(url: string): string {
  return /^(https?:\/\/[^\s]+|mailto:[^\s]+)$/i.test(url) ? url : "";
}

/** A bare address: up to a space, without the marks that end a sentence or close a bracket around it. */
const BARE_LINK = /https?:\/\/[^\s<>"]+[^\s<>"'.,;:!?)\]}]/giu;
/** Kept as they were typed: what shows something else than its words. */
const AS_TYPED = new Set(["image", "imageReference", "definition", "thematicBreak"]);
/** Words inside these are left alone. */
const OPAQUE = new Set(["link", "linkReference", "inlineCode", "code"]);

/** A step for remark: `names` are the mentions of this comment, without "@". */
export function plainMarkdown({ names }: { names: readonly string[] }) {
  return (tree: MarkdownNode, file: { value: unknown }) => walk(tree, String(file.value), mentionsOf(names));
}

function mentionsOf(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null;
  const escaped = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}_.@/])@(?:${escaped.join("|")})(?![\\p{L}\\p{N}_])`, "giu");
}

function walk(node: MarkdownNode, source: string, mentions: RegExp | null): void {
  if (!node.children) return;
  node.children = node.children.flatMap((child) => {
    if (AS_TYPED.has(child.type)) return [typed(child, source, node.type === "root")];
    if (child.type === "text") return marked(child.value ?? "", mentions);
    if (!OPAQUE.has(child.type)) walk(child, source, mentions);
    return [child];
  });
}

function typed({ position }: MarkdownNode, source: string, isBlock: boolean): MarkdownNode {
  const value = source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  const text: MarkdownNode = { type: "text", value };
  return isBlock ? { type: "paragraph", children: [text] } : text;
}

/** The text with its bare links and mentions as nodes of their own. */
function marked(text: string, mentions: RegExp | null): MarkdownNode[] {
  const found = [
    ...[...text.matchAll(BARE_LINK)].map((m) => ({ at: m.index, words: m[0], link: true })),
    ...(mentions ? [...text.matchAll(mentions)].map((m) => ({ at: m.index, words: m[0], link: false })) : []),
  ].sort((a, b) => a.at - b.at);
  const nodes: MarkdownNode[] = [];
  let read = 0;
  for (const { at, words, link } of found) {
    if (at < read) continue; // a mention inside an address
    if (at > read) nodes.push({ type: "text", value: text.slice(read, at) });
    const children = [{ type: "text", value: words }];
    nodes.push(
      link
        ? { type: "link", url: words, children }
        : { type: "emphasis", children, data: { hName: "span", hProperties: { className: "mention" } } },
    );
    read = at + words.length;
  }
  if (read < text.length) nodes.push({ type: "text", value: text.slice(read) });
  return nodes;
}
