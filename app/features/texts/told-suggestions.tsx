/** Suggestions of a read-only text in words: what is drawn in red and struck through is heard too. */
import type { TFunction } from "i18next";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { InlineNode, Suggested } from "../../domain/text/text";

type Kind = "insertion" | "deletion";
const KINDS: readonly Kind[] = ["insertion", "deletion"];

/** The attributes by which suggested nodes are found and drawn. */
export function suggestedProps(attrs: object | undefined): Record<string, string> {
  const { insertion, deletion } = (attrs ?? {}) as Suggested;
  return {
    ...(insertion ? { "data-insertion": insertion } : {}),
    ...(deletion ? { "data-deletion": deletion } : {}),
  };
}

const kindsOf = (attrs: object | undefined) =>
  KINDS.filter((kind) => (attrs as Suggested | undefined)?.[kind]);
const unseen = (key: string, words: string) => (
  <span key={key} className="visually-hidden">
    {` ${words} `}
  </span>
);

/** What a suggestion would put in or take away, with its beginning and end in words: for children among words. */
export function Told({ attrs, children }: { attrs: object | undefined; children: ReactNode }) {
  const { t } = useTranslation();
  const kinds = kindsOf(attrs);
  return (
    <>
      {kinds.map((kind) => unseen(kind, t(`texts.suggested.${kind}Begins`)))}
      {children}
      {kinds.map((kind) => unseen(kind, t(`texts.suggested.${kind}Ends`)))}
    </>
  );
}

/** The same around a whole block. */
export function SuggestedBlock({ attrs, children }: { attrs: object | undefined; children: ReactNode }) {
  const { t } = useTranslation();
  const kinds = kindsOf(attrs);
  if (kinds.length === 0) return children;
  const paragraph = (words: string) => <p className="visually-hidden">{words}</p>;
  return (
    <>
      {kinds.map((kind) => (
        <Fragment key={kind}>{paragraph(t(`texts.suggested.${kind}Begins`))}</Fragment>
      ))}
      {children}
      {kinds.map((kind) => (
        <Fragment key={kind}>{paragraph(t(`texts.suggested.${kind}Ends`))}</Fragment>
      ))}
    </>
  );
}

function marksOf(node: InlineNode | undefined): Set<string> {
  const marks = node?.type === "text" ? (node.marks ?? []) : [];
  return new Set(
    marks.flatMap(({ type, ...mark }) =>
      "attrs" in mark && "id" in mark.attrs ? `${type} ${mark.attrs.id}` : [],
    ),
  );
}

/** Words for where suggestions on words begin and end: once each, however the words are parted by other marks. */
export function toldMarks(
  node: InlineNode,
  before: InlineNode | undefined,
  after: InlineNode | undefined,
  t: TFunction,
): { opening: ReactNode; closing: ReactNode } {
  const own = [...marksOf(node)];
  if (own.length === 0) return { opening: null, closing: null };
  const [earlier, later] = [marksOf(before), marksOf(after)];
  const words = (key: string, end: "Begins" | "Ends") =>
    unseen(key, t(`texts.suggested.${key.split(" ")[0] as Kind}${end}`));
  return {
    opening: own.filter((key) => !earlier.has(key)).map((key) => words(key, "Begins")),
    closing: own.filter((key) => !later.has(key)).map((key) => words(key, "Ends")),
  };
}
