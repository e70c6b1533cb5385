/** Minutes as a text of the product: the form that is polished, exported and frozen. */
import type { MinutesLine } from "../../app/domain/minutes/lines";
import { plainText } from "../../app/domain/text/reading";
import type { BlockNode, TextDocument } from "../../app/domain/text/text";
import { sentencesOf, type Wording } from "./minutes-words";

const paragraph = (text: string): BlockNode => ({
  type: "paragraph",
  ...(text && { content: [{ type: "text", text }] }),
});
const strong = (text: string): BlockNode => ({
  type: "paragraph",
  content: [{ type: "text", text, marks: [{ type: "bold" }] }],
});
const heading = (level: number, text: string): BlockNode => ({
  type: "heading",
  attrs: { level },
  content: [{ type: "text", text }],
});
const listItem = (text: string): BlockNode => ({ type: "listItem", content: [paragraph(text)] });

/** Lines that stand as items of one list when they follow each other. */
const LISTED: readonly MinutesLine["kind"][] = ["attendee", "attachment", "change", "nextMeeting"];

/** The text without its title, which stands above it. Equal lines give an equal text. */
export function minutesText(lines: readonly MinutesLine[], wording: Wording): TextDocument {
  const content: BlockNode[] = [];
  let listed = "";
  let items: BlockNode[] = [];
  for (const line of lines) {
    if (LISTED.includes(line.kind)) {
      if (listed !== line.kind) {
        items = [];
        content.push({ type: "bulletList", content: items });
      }
      listed = line.kind;
      items.push(...sentencesOf(line, wording).map(listItem));
      continue;
    }
    listed = "";
    content.push(...blocksOf(line, wording));
  }
  return { type: "doc", content: content.length > 0 ? content : [paragraph("")] };
}

function blocksOf(line: MinutesLine, wording: Wording): BlockNode[] {
  const { t, language } = wording;
  const sentences = () => sentencesOf(line, wording).map(paragraph);
  switch (line.kind) {
    case "title":
      return [];
    case "attendanceHead":
      return [heading(1, t(`minutes.text.attendance.${line.list}`))];
    case "item":
      return [heading(1, `${line.number}. ${line.title[language] || line.title.fi}`)];
    case "proposal":
      return [heading(2, t(`minutes.text.proposal.${line.recordKind}`)), ...sentences()];
    case "handlingHead":
      return [heading(2, t("minutes.text.handling"))];
    case "decisionHead":
      return [heading(2, t("minutes.text.decisionHead"))];
    case "handling":
      return plainText(line.text).trim() ? line.text.content : [];
    case "attestation":
      return [heading(1, t(`minutes.text.attestation.${line.recordKind}`)), ...sentences()];
    case "body":
      return sentencesOf(line, wording).map(strong);
    default:
      return sentences();
  }
}
