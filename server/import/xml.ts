/** What XML of a stranger may be, found out before a parser sees it. Throws Refused. */
import { XML_DEPTH_MAX, XML_ELEMENTS_MAX } from "../../app/domain/files/import";
import { Refused } from "./refused";

/** The part as text: UTF-8 without a document type, entities of its own, endless depth or length. */
export function checkedXml(bytes: Uint8Array): string {
  let xml: string;
  try {
    xml = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refused("xmlNotUtf8");
  }
  if (xml.includes("\0")) throw new Refused("xmlNotUtf8");
  // Any other encoding would make other characters of these bytes, and might hide what is looked for here.
  const encoding = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/i.exec(xml)?.[1];
  if (encoding && !/^(utf-?8|us-ascii)$/i.test(encoding)) throw new Refused("xmlNotUtf8");
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(xml)) throw new Refused("xmlEntities");
  refuseEndless(xml);
  return xml;
}

/** One pass over the tags; what stands in comments and CDATA counts too, which errs on the safe side. */
function refuseEndless(xml: string): void {
  let [depth, elements] = [0, 0];
  for (let at = xml.indexOf("<"); at !== -1; at = xml.indexOf("<", at + 1)) {
    const next = xml.charCodeAt(at + 1);
    if (next === SLASH) depth--;
    else if (next !== QUESTION && next !== EXCLAMATION) {
      const end = xml.indexOf(">", at);
      if (end === -1) throw new Refused("damaged");
      if (++elements > XML_ELEMENTS_MAX) throw new Refused("xmlMany");
      if (xml.charCodeAt(end - 1) !== SLASH && ++depth > XML_DEPTH_MAX) throw new Refused("deep");
      at = end;
    }
  }
}
const [SLASH, QUESTION, EXCLAMATION] = [0x2f, 0x3f, 0x21];
