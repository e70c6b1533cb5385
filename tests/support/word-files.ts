/** Word files made by hand, part by part, as Word and others write them. */
import { strToU8, type Zippable, zipSync } from "fflate";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export interface WordParts {
  /** What stands in the body. */
  body?: string;
  /** Relationships of the document beside those to its own parts. */
  rels?: string;
  /** Parts more, and parts instead of ours. */
  more?: Record<string, string | Uint8Array>;
  /** Instead of the document's content type. */
  mainType?: string;
}

export const word = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
export const external = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${TYPE}/${type}" Target="${target}" TargetMode="External"/>`;

/** The parts of a small Word file by name. */
export function wordParts({
  body = word("Teksti"),
  rels = "",
  more = {},
  mainType,
}: WordParts = {}): Zippable {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  const has = (name: string) => name in more;
  const files: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("word/document.xml", mainType ?? `${WORD}.document.main+xml`)}</Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${TYPE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `${HEAD}<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`,
    "word/_rels/document.xml.rels": `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
      ...["styles", "numbering", "footnotes"].filter((name) => has(`word/${name}.xml`)),
    ]
      .map((name) => `<Relationship Id="r-${name}" Type="${TYPE}/${name}" Target="${name}.xml"/>`)
      .join("")}${rels}</Relationships>`,
    ...more,
  };
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      typeof content === "string" ? strToU8(content) : content,
    ]),
  );
}

export const wordFile = (parts?: WordParts): Uint8Array => zipSync(wordParts(parts), { level: 6 });

/** Minutes as Finnish Word writes them: localised style ids, numbering apart, tracked changes, smart quotes, a tab. */
export function finnishMinutes(): Uint8Array {
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const styled = (id: string, text: string) =>
    `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const item = (text: string, level = 0) =>
    `<w:p><w:pPr><w:pStyle w:val="Luettelokappale"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const cell = (text: string) => `<w:tc><w:tcPr/>${word(text)}</w:tc>`;
  const row = (cells: string[], isHeader = false) =>
    `<w:tr><w:trPr>${isHeader ? "<w:tblHeader/>" : '<w:tblHeader w:val="0"/>'}</w:trPr>${cells.map(cell).join("")}</w:tr>`;
  const body = [
    styled("Otsikko", "Pöytäkirjan ote"),
    styled("Otsikko1", "Päätösehdotus"),
    `<w:p><w:r><w:t xml:space="preserve">Aluehallitus hyväksyy ”kriteerit”</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>liitteen mukaan.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
    styled("Otsikko2", "Käsittely"),
    `<w:p><w:r><w:t xml:space="preserve">Avustus on </w:t></w:r><w:ins w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"><w:r><w:t xml:space="preserve">enintään </w:t></w:r></w:ins><w:del w:id="2" w:author="A"><w:r><w:delText>noin </w:delText></w:r></w:del><w:r><w:t>5000 €.</w:t></w:r></w:p>`,
    item("Vaikuttavuus"),
    item("Omarahoitus", 1),
    item("Talous"),
    `<w:tbl><w:tblPr/><w:tblGrid/>${row(["Peruste", "Paino"], true)}${row(["Vaikuttavuus", "50 %"])}</w:tbl>`,
    styled("Rubrik3", "Päätös"),
    `<w:p><w:hyperlink r:id="link"><w:r><w:t>Ohje</w:t></w:r></w:hyperlink></w:p>`,
  ].join("");
  return wordFile({
    body,
    rels:
      external("link", "hyperlink", "https://example.fi/ohje") +
      external("t", "attachedTemplate", "file:///C:/pohja.dotx"),
    more: {
      "word/styles.xml": `${HEAD}<w:styles ${W}>${style("Otsikko", "Title")}${style("Otsikko1", "heading 1")}${style("Otsikko2", "Otsikko 2")}${style("Rubrik3", "Rubrik 3")}${style("Luettelokappale", "List Paragraph")}</w:styles>`,
      "word/numbering.xml": `${HEAD}<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${[0, 1].map((l) => `<w:lvl w:ilvl="${l}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>`).join("")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
      "word/footnotes.xml": `${HEAD}<w:footnotes ${W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>Hallintosääntö 12 §</w:t></w:r></w:p></w:footnote></w:footnotes>`,
      "word/header1.xml": `${HEAD}<w:hdr ${W}>${word("Luonnos")}</w:hdr>`,
      "word/comments.xml": `${HEAD}<w:comments ${W}><w:comment w:id="0" w:author="A">${word("Miksi?")}</w:comment></w:comments>`,
    },
  });
}
