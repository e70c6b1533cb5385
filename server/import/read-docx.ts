/** A Word file as a text (rule F2). Runs in the reading thread. Throws Refused. */
import mammoth from "mammoth";
import { countedWarnings, type ReadFile } from "../../app/domain/files/import";
import { docxParts } from "./docx-parts";
import { finishedText } from "./finished-text";
import { TITLE_CLASS, textFromHtml } from "./html-text";

const PREFIX = "imported-";

/** Names that Word gives the same style in Finnish and Swedish, beside those that mammoth knows itself. */
const HEADINGS = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((level) =>
  [
    ...[
      `p[style-name='Otsikko ${level}']`,
      `p[style-name='Rubrik ${level}']`,
      `p[style-name='heading ${level}']`,
    ],
    ...[`p.Otsikko${level}`, `p.Rubrik${level}`, `p.Heading${level}`],
  ].map((style) => `${style} => h${Math.min(level, 6)}:fresh`),
);
const TITLES = ["Title", "Pääotsikko", "Otsikko", "Rubrik"].map(
  (name) => `p[style-name='${name}'] => h1.${TITLE_CLASS}:fresh`,
);
const QUOTES = ["Quote", "Intense Quote", "Lainaus", "Erottuva lainaus", "Citat", "Starkt citat"].map(
  (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
);
/** The second paragraph of an item. */
const CONTINUED = [1, 2, 3, 4, 5].flatMap((level) => {
  const path = Array<string>(level).fill("ul|ol > li").join(" > ");
  const suffix = level === 1 ? "" : ` ${level}`;
  return ["List Continue", "Jatkoluettelo", "Listfortsättning"].map(
    (name) => `p[style-name='${name}${suffix}'] => ${path} > p:fresh`,
  );
});
const STYLE_MAP = [...HEADINGS, ...TITLES, ...QUOTES, ...CONTINUED];

export async function readDocx(bytes: Uint8Array): Promise<ReadFile> {
  const { zip, warnings } = docxParts(bytes);
  const { value: html } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zip) },
    {
      styleMap: STYLE_MAP,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      idPrefix: PREFIX,
      // Never read: a picture leaves only its mark, to be counted.
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
    },
  );
  const { title, blocks } = textFromHtml(html, { notePrefix: PREFIX, warnings });
  return { title, text: finishedText(blocks), warnings: countedWarnings(warnings) };
}
