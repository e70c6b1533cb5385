/**
 * What of a Word file is read at all (rule F1): its text, styles, numbering and notes, each checked as XML, put into a
 * fresh zip without pictures, embedded files, settings or anything that points outside. Throws Refused.
 */
import { zipSync } from "fflate";
import type { ImportWarning } from "../../app/domain/files/import";
import { Refused } from "./refused";
import { checkedXml } from "./xml";
import { unpack, type ZipEntries, zipEntries } from "./zip";

export interface DocxParts {
  zip: Uint8Array;
  warnings: Partial<Record<ImportWarning, number>>;
}

const TYPES = "[Content_Types].xml";
const MAIN_TYPE = /wordprocessingml\.(document|template)\.main\+xml/;
const READ_TYPES = /\/(officeDocument|styles|numbering|footnotes|endnotes|hyperlink)$/;
const ATTRIBUTES = /([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

interface Relationship {
  type: string;
  target: string;
  isExternal: boolean;
}

export function docxParts(bytes: Uint8Array): DocxParts {
  const entries = zipEntries(bytes);
  const read = (name: string) => {
    const entry = entries.get(name);
    return entry ? checkedXml(unpack(bytes, entry)) : null;
  };
  const types = read(TYPES) ?? refuse("notWord");
  if (/macroEnabled|vbaProject/i.test(types)) throw new Refused("macros");
  const rootRels = read("_rels/.rels") ?? refuse("notWord");
  const main = relationshipsIn(rootRels).find(({ type }) => type.endsWith("/officeDocument"));
  const mainName = main && !main.isExternal ? main.target.replace(/^\//, "") : "";
  if (!MAIN_TYPE.test(types) || !entries.has(mainName)) throw new Refused("notWord");

  const folder = mainName.slice(0, mainName.lastIndexOf("/") + 1);
  const relsName = (name: string) =>
    `${name.slice(0, name.lastIndexOf("/") + 1)}_rels/${name.slice(name.lastIndexOf("/") + 1)}.rels`;
  const mainRels = read(relsName(mainName)) ?? NO_RELATIONSHIPS;
  const parts: Record<string, string> = { [TYPES]: types, "_rels/.rels": keptRelationships(rootRels) };
  parts[mainName] = honestHeadings(read(mainName) ?? refuse("notWord"));
  parts[relsName(mainName)] = keptRelationships(mainRels);
  for (const { type, target, isExternal } of relationshipsIn(mainRels)) {
    if (isExternal || !/\/(styles|numbering|footnotes|endnotes)$/.test(type)) continue;
    const name = target.startsWith("/") ? target.slice(1) : folder + target;
    const xml = read(name);
    if (xml === null) continue;
    parts[name] = xml;
    const rels = read(relsName(name));
    if (rels !== null) parts[relsName(name)] = keptRelationships(rels);
  }
  const encoder = new TextEncoder();
  const files = Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [name, encoder.encode(xml)] as const),
  );
  return { zip: zipSync(files, { level: 0 }), warnings: leftOut(entries, parts[mainName] ?? "", read) };
}

function refuse(refusal: ConstructorParameters<typeof Refused>[0]): never {
  throw new Refused(refusal);
}

const NO_RELATIONSHIPS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

function relationshipsIn(rels: string): Relationship[] {
  return [...rels.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)].map(([, inside]) =>
    attributesOf(inside ?? ""),
  );
}

function attributesOf(inside: string): Relationship {
  const found = Object.fromEntries([...inside.matchAll(ATTRIBUTES)].map((m) => [m[1], m[2] ?? m[3] ?? ""]));
  return {
    type: found.Type ?? "",
    target: found.Target ?? "",
    isExternal: (found.TargetMode ?? "").toLowerCase() === "external",
  };
}

/** Links stay (the text's own rules look at them later); pictures, templates and files go. */
function keptRelationships(rels: string): string {
  return rels.replace(/<(?:\w+:)?Relationship\s([^>]*?)\/?>/g, (whole, inside: string) => {
    const { type, isExternal } = attributesOf(inside);
    if (!READ_TYPES.test(type) && !type.endsWith("/image")) return "";
    if (isExternal && !type.endsWith("/hyperlink"))
      return whole.replace(/Target\s*=\s*("[^"]*"|'[^']*')/, 'Target="#"');
    return whole;
  });
}

/** The parser takes a row that says it is no heading for one. */
function honestHeadings(xml: string): string {
  return xml.replace(/<w:tblHeader\s+w:val\s*=\s*["'](0|false|off)["']\s*(\/>|><\/w:tblHeader>)/g, "");
}

function leftOut(
  entries: ZipEntries,
  main: string,
  read: (name: string) => string | null,
): DocxParts["warnings"] {
  const names = [...entries.keys()];
  const count = (xml: string, pattern: RegExp) => xml.match(pattern)?.length ?? 0;
  const sum = (wanted: RegExp, count: (xml: string) => number) =>
    names.filter((name) => wanted.test(name)).reduce((total, name) => total + count(read(name) ?? ""), 0);
  return {
    externalParts: sum(
      /\.rels$/,
      (xml) => relationshipsIn(xml).filter((r) => r.isExternal && !r.type.endsWith("/hyperlink")).length,
    ),
    embeddedFiles: names.filter((name) => /^word\/(embeddings|activeX)\/[^/]+\.(bin|\w{3,4})$/i.test(name))
      .length,
    comments: sum(/^word\/comments\.xml$/, (xml) => count(xml, /<w:comment[\s>]/g)),
    trackedInsertions: count(main, /<w:ins\s(?:[^>]*[^/])?>/g),
    trackedDeletions: count(main, /<w:del\s(?:[^>]*[^/])?>/g),
    headersAndFooters: sum(/^word\/(header|footer)\d*\.xml$/, (xml) =>
      /<w:t[\s>][^<]*\S/.test(xml) ? 1 : 0,
    ),
  };
}
