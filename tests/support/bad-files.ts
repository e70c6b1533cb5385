/** Sixty files that nobody should be able to do harm with, each with what it must be answered. Made in code. */
import { strToU8, zipSync } from "fflate";
import type { ImportRefusal, ImportWarning } from "../../app/domain/files/import";
import { external, word, wordFile, wordParts } from "./word-files";
import { corrupted, entitled, manyTables, rawZip } from "./zip-tricks";

export interface BadFile {
  name: string;
  file: string;
  bytes: () => Uint8Array;
  /** Refused by this name, or read with this warning, or simply read. */
  answer: ImportRefusal | { warning: ImportWarning } | "read";
}

const MB = 1024 * 1024;
const bad = (
  name: string,
  answer: BadFile["answer"],
  bytes: () => Uint8Array,
  file = "asiakirja.docx",
): BadFile => ({
  ...{ name, answer, bytes, file },
});
const withXml = (body: string) => () => wordFile({ body });
const withPart = (part: string, content: string | Uint8Array) => () =>
  wordFile({ more: { [part]: content } });
const link = (target: string) => () =>
  wordFile({
    body: `<w:p><w:hyperlink r:id="x"><w:r><w:t>Linkki</w:t></w:r></w:hyperlink></w:p>`,
    rels: external("x", "hyperlink", target),
  });
const outside = (type: string, target: string) => () => wordFile({ rels: external("x", type, target) });
const whole = wordFile({ body: word("Kokonainen asiakirja. ".repeat(200)) });
const xml = (inside: string) => `<?xml version="1.0"?>${inside}`;
const doctype = (dtd: string) => withPart("word/document.xml", xml(`${dtd}<w:document/>`));
const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);
const text = (content: string | Uint8Array) => () =>
  typeof content === "string" ? strToU8(content) : content;

const withoutText = () =>
  Object.fromEntries(Object.entries(wordParts()).filter(([name]) => name !== "word/document.xml"));
/** So many characters that do not repeat, and so are not packed tightly. */
const manyWords = (characters: number) => {
  let [seed, made] = [1, ""];
  while (made.length < characters) {
    seed = (seed * 48_271) % 0x7fffffff;
    made += `${seed.toString(36)} `;
  }
  return made;
};

export const BAD_FILES: BadFile[] = [
  // Bombs
  bad("a part packed a thousandfold", "zipRatio", withPart("word/media/a.bin", new Uint8Array(2 * MB))),
  bad("a document packed a thousandfold", "zipRatio", withXml(" ".repeat(2 * MB))),
  bad("a part larger than any may be", "zipLarge", () =>
    rawZip([{ name: "word/a.bin", data: strToU8("x"), size: 26 * MB }], wordParts()),
  ),
  bad("a hundred megabytes in many parts", "zipLarge", () =>
    rawZip(
      Array.from({ length: 110 }, (_, n) => ({
        name: `word/${n}.bin`,
        data: strToU8("x"),
        size: MB,
        stored: false,
      })),
    ),
  ),
  bad("thousands of parts", "zipEntries", () =>
    zipSync({
      ...wordParts(),
      ...Object.fromEntries(Array.from({ length: 2100 }, (_, n) => [`word/${n}`, new Uint8Array(0)])),
    }),
  ),
  bad("a zip inside", "read", withPart("word/inner.zip", whole)),
  bad("parts that lie on each other", "zipLying", () =>
    rawZip(
      [
        { name: "a", data: strToU8("aaaa") },
        { name: "b", sameAs: "a" },
      ],
      wordParts(),
    ),
  ),
  bad("a part larger than it says", "zipLying", () =>
    rawZip([{ name: "word/document.xml", data: strToU8("x".repeat(5000)), size: 10 }], withoutText()),
  ),
  bad("a part smaller than it says", "zipLying", () =>
    rawZip([{ name: "word/document.xml", data: strToU8("x".repeat(50)), size: 5000 }], withoutText()),
  ),
  bad("a stored part of two sizes", "zipLying", () =>
    rawZip([{ name: "a", data: strToU8("aaaa"), stored: true, size: 400 }], wordParts()),
  ),
  bad("two names for one part", "zipLying", () =>
    rawZip([{ name: "word/a.xml", localName: "word/b.xml", data: strToU8("a") }], wordParts()),
  ),
  bad("the same part twice", "zipTwice", () =>
    rawZip([{ name: "word/document.xml", data: strToU8("a") }], wordParts()),
  ),
  bad("more than ten megabytes", "large", () => new Uint8Array(11 * MB).fill(0x50)),
  // The zip
  bad("an encrypted part", "encrypted", () =>
    rawZip([{ name: "a", data: strToU8("a"), flags: 1 }], wordParts()),
  ),
  bad("zip64 sizes", "zip64", () =>
    rawZip([{ name: "a", data: strToU8("a"), size: 0xffffffff }], wordParts()),
  ),
  bad("another way of packing", "damaged", () =>
    rawZip([{ name: "a", data: strToU8("a"), method: 12 }], wordParts()),
  ),
  bad("a name that climbs", "zipNames", () => zipSync({ ...wordParts(), "../../etc/passwd": strToU8("x") })),
  bad("a name from the root", "zipNames", () => zipSync({ ...wordParts(), "/etc/passwd": strToU8("x") })),
  bad("a name with a drive", "zipNames", () => zipSync({ ...wordParts(), "C:/x": strToU8("x") })),
  bad("a name with backslashes", "zipNames", () => zipSync({ ...wordParts(), "word\\..\\x": strToU8("x") })),
  ...[0.02, 0.2, 0.5, 0.8, 0.99].map((part) =>
    bad(`cut off after ${part * 100} %`, "damaged", () => whole.subarray(0, Math.floor(whole.length * part))),
  ),
  bad("one byte too short", "damaged", () => whole.subarray(0, -1)),
  bad("bytes changed in the middle", "damaged", () => corrupted(whole)),
  // XML
  bad("an external entity", "xmlEntities", doctype('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')),
  bad(
    "an external entity of the net",
    "xmlEntities",
    doctype('<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">'),
  ),
  bad(
    "a parameter entity",
    "xmlEntities",
    doctype('<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:1/"> %p;]>'),
  ),
  bad("a billion laughs", "xmlEntities", doctype(entitled(10))),
  bad(
    "an entity in the styles",
    "xmlEntities",
    withPart("word/styles.xml", xml(`${entitled(2)}<w:styles/>`)),
  ),
  bad(
    "an entity in relationships",
    "xmlEntities",
    withPart("_rels/.rels", xml(`${entitled(2)}<Relationships/>`)),
  ),
  bad("XML in UTF-16", "xmlNotUtf8", withPart("word/document.xml", utf16("<w:document/>"))),
  bad(
    "XML that says another encoding",
    "xmlNotUtf8",
    withPart("word/document.xml", '<?xml version="1.0" encoding="UTF-7"?><a/>'),
  ),
  bad(
    "XML with wrong bytes",
    "xmlNotUtf8",
    withPart("word/document.xml", new Uint8Array([0x3c, 0x61, 0xc3, 0x28, 0x3e])),
  ),
  bad("XML that never ends", "damaged", withPart("word/document.xml", "<w:document><w:body><w:p")),
  bad("tables in each other without end", "deep", withXml(manyTables(10_000))),
  bad(
    "runs in each other without end",
    "deep",
    withXml("<w:ins>".repeat(50_000) + "</w:ins>".repeat(50_000)),
  ),
  bad("a million paragraphs", "xmlMany", withXml("<w:p/>".repeat(500_000) + word(manyWords(200_000)))),
  bad(
    "an endless attribute",
    "read",
    withXml(`<w:p w:x="${"ab1".repeat(300_000)}"><w:r><w:t>Teksti</w:t></w:r></w:p>`),
  ),
  bad("half of a character as a reference", "read", withXml(`${word("a&#xD800;b")}`)),
  bad("tables deeper than a text has room for", { warning: "flattened" }, withXml(manyTables(6))),
  bad("more words than a text may have", "longText", withXml(word(manyWords(620_000)))),
  bad(
    "more cells than a text may have",
    "manyCells",
    withXml(
      `<w:tbl><w:tblPr/><w:tblGrid/>${`<w:tr>${`<w:tc><w:tcPr/>${word("a")}</w:tc>`.repeat(20)}</w:tr>`.repeat(251)}</w:tbl>`,
    ),
  ),
  bad("nothing in it", "empty", withXml("")),
  // Macros, and what points outside
  bad("macros", "macros", withPart("word/vbaProject.bin", new Uint8Array(100))),
  bad("a type with macros", "macros", () =>
    wordFile({ mainType: "application/vnd.ms-word.document.macroEnabled.main+xml" }),
  ),
  bad("a script's link", { warning: "links" }, link("javascript:alert(1)")),
  bad("a link with data", { warning: "links" }, link("data:text/html,&lt;script&gt;")),
  bad("a link to a file", { warning: "links" }, link("file:///etc/passwd")),
  bad(
    "a template elsewhere",
    { warning: "externalParts" },
    outside("attachedTemplate", "http://127.0.0.1:1/t.dotm"),
  ),
  bad("a picture elsewhere", { warning: "externalParts" }, outside("image", "http://127.0.0.1:1/i.png")),
  bad("an object elsewhere", { warning: "externalParts" }, outside("oleObject", "\\\\127.0.0.1\\x")),
  bad(
    "an embedded file",
    { warning: "embeddedFiles" },
    withPart("word/embeddings/oleObject1.bin", new Uint8Array(10)),
  ),
  // Other types
  bad("a PDF called Word", "damaged", text("%PDF-1.7\n")),
  bad("a PNG", "unknownType", text(new Uint8Array([0x89, 0x50, 0x4e, 0x47])), "kuva.png"),
  bad(
    "Word of before 2007",
    "oldWord",
    text(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0])),
    "vanha.doc",
  ),
  bad(
    "Excel",
    "notWord",
    () =>
      wordFile({ mainType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" }),
    "taulukko.xlsx",
  ),
  bad("some other zip", "notWord", () => zipSync({ "a.txt": strToU8("a") })),
  bad("no bytes at all", "missing", text(new Uint8Array(0))),
  bad("words called Word", "damaged", text("Pelkkää tekstiä")),
  bad("a program", "unknownType", text("MZ"), "ohjelma.exe"),
  // Plain text
  bad("text that is not UTF-8", "notUtf8", text(new Uint8Array([0x41, 0xe4, 0x42])), "teksti.md"),
  bad("text in UTF-16", "notUtf8", () => utf16("Teksti"), "teksti.txt"),
  bad("text with NUL", "nul", text("a\0b"), "teksti.md"),
  bad(
    "HTML in Markdown",
    { warning: "htmlAsText" },
    text("<script>alert(1)</script>\n\nTeksti"),
    "teksti.md",
  ),
  bad("a script's link in Markdown", { warning: "links" }, text("[a](javascript:alert(1))"), "teksti.md"),
  bad(
    "a picture in Markdown",
    { warning: "images" },
    text("![a](http://127.0.0.1:1/a.png) sana"),
    "teksti.md",
  ),
  bad(
    "quotes in each other without end",
    { warning: "flattened" },
    text(`${">".repeat(300)} sana`),
    "teksti.md",
  ),
];
