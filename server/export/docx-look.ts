/** Numbering and styles of our Word files. */
import { AlignmentType, LevelFormat } from "docx";

export const LIST_LEVELS = 9;
/** One step to the right, in twentieths of a point. */
const TWIPS = 360;
export const BULLETS = "bullets";

const levels = (
  of: (level: number) => {
    format: (typeof LevelFormat)[keyof typeof LevelFormat];
    text: string;
    start?: number;
  },
) =>
  Array.from({ length: LIST_LEVELS }, (_, level) => ({
    level,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: TWIPS * (level + 1), hanging: TWIPS } } },
    ...of(level),
  }));
export const bullets = () => ({
  reference: BULLETS,
  levels: levels((level) => ({ format: LevelFormat.BULLET, text: level % 2 === 0 ? "•" : "–" })),
});
export const numbersFrom = (start: number) => `numbers-${start}`;
export const numbers = (start: number) => ({
  reference: numbersFrom(start),
  levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start })),
});

/** Named as Word names them, so that Word's own outline and lists know them. */
export function styles(locale: string) {
  const font = "Calibri";
  const heading = (size: number) => ({
    run: { font, size, bold: true, color: "16232E" },
    paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
  });
  const continued = [1, 2, 3, 4, 5].map((level) => ({
    id: level === 1 ? "ListContinue" : `ListContinue${level}`,
    name: level === 1 ? "List Continue" : `List Continue ${level}`,
    basedOn: "Normal",
    paragraph: { indent: { left: TWIPS * level } },
  }));
  return {
    default: {
      document: {
        run: { font, size: 22, language: { value: locale } },
        paragraph: { spacing: { after: 120, line: 276 } },
      },
      title: { run: { font, size: 36, bold: true, color: "16232E" }, paragraph: { spacing: { after: 240 } } },
      heading1: heading(30),
      heading2: heading(26),
      heading3: heading(23),
      heading4: heading(22),
    },
    paragraphStyles: [
      ...continued,
      {
        id: "Quote",
        name: "Quote",
        basedOn: "Normal",
        run: { italics: true, color: "4A5A68" },
        paragraph: { indent: { left: 400 } },
      },
      { id: "Footer", name: "footer", basedOn: "Normal", run: { size: 17, color: "4A5A68" } },
    ],
  };
}
