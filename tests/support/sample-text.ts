/** A text with everything that a text can hold, and that Word and Markdown can say. */
import { normalizeText } from "../../app/domain/text/normalize";
import type { BlockNode, InlineNode, TextMark } from "../../app/domain/text/text";

export const words = (text: string, ...marks: TextMark[]): InlineNode => ({ type: "text", text, marks });
export const paragraph = (...content: (string | InlineNode)[]): BlockNode => ({
  type: "paragraph",
  content: content.map((one) => (typeof one === "string" ? words(one) : one)),
});
export const heading = (level: number, text: string): BlockNode => ({
  type: "heading",
  attrs: { level },
  content: [words(text)],
});
export const item = (...content: BlockNode[]): BlockNode => ({ type: "listItem", content });
export const bullets = (...content: BlockNode[]): BlockNode => ({ type: "bulletList", content });
export const cell = (text: string, type: "tableCell" | "tableHeader" = "tableCell"): BlockNode => ({
  type,
  content: [paragraph(text)],
});
export const row = (...content: BlockNode[]): BlockNode => ({ type: "tableRow", content });

const BOLD: TextMark = { type: "bold" };
const ITALIC: TextMark = { type: "italic" };
const LINK: TextMark = { type: "link", attrs: { href: "https://example.fi/ohje?a=1&b=(2)" } };

export const SAMPLE_BLOCKS: BlockNode[] = [
  heading(1, "Tausta"),
  paragraph(
    "Avustus on ",
    words("harkinnanvarainen", BOLD),
    ", ja sen saaja ",
    words("sitoutuu", ITALIC),
    " raportoimaan; ",
    words("ohje", LINK),
    " on liitteenä.",
    { type: "sourceNote", attrs: { text: "Hallintosääntö, 12 §", href: "https://example.fi/saanto" } },
  ),
  paragraph("Sana", words("keskellä", BOLD), "sanaa, ja ", words("”lainattu”", BOLD, ITALIC), "n jälkeen."),
  paragraph("Merkit * _ [x] <b> # | \\ & ~ säilyvät.", { type: "hardBreak" }, "1. Ei ole luettelo."),
  heading(2, "Arviointi"),
  bullets(
    item(paragraph("Vaikuttavuus")),
    item(
      paragraph("Talous"),
      paragraph("Toinen kappale samassa kohdassa."),
      bullets(item(paragraph("Oma rahoitus"))),
    ),
    item(paragraph("Yhteistyö")),
  ),
  paragraph("Väliteksti"),
  {
    type: "orderedList",
    content: [
      item(paragraph("Hakemus")),
      item(paragraph("Päätös", { type: "sourceNote", attrs: { text: "Aluehallitus" } })),
    ],
  },
  heading(3, "Taulukko"),
  {
    type: "table",
    content: [
      row(cell("Peruste", "tableHeader"), cell("Paino", "tableHeader")),
      row(cell("Vaikuttavuus"), cell("50 %")),
      row(cell("Talous | riski"), cell("50 %")),
    ],
  },
  { type: "blockquote", content: [paragraph("Lainaus kokouksesta."), paragraph("Toinen kappale.")] },
  heading(4, "Lopuksi"),
  paragraph("Viimeinen kappale."),
];
export const SAMPLE = normalizeText({ type: "doc", content: SAMPLE_BLOCKS });
