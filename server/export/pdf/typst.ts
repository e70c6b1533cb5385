/**
 * PDF/A-2a or PDF/UA-1 by Typst: tagged, fonts embedded. The template is ours and constant; what people wrote goes in as data, and
 * is never read as markup.
 */
import { createRequire } from "node:module";
import path from "node:path";
import { localeOf } from "../../../app/ui/format";
import type { ExportedText } from "../exported-text";
import { TEMPLATE } from "./template";
import type { PdfStandard } from "./to-pdf";

const require = createRequire(import.meta.url);
const BINDINGS = ["gnu", "musl"].map((libc) => `@myriaddreamin/typst-ts-node-compiler-linux-x64-${libc}`);

interface Compiler {
  pdf(
    source: { mainFileContent: string; inputs: Record<string, string> },
    options: { pdfStandard: string; creationTimestamp: number },
  ): Buffer;
}
interface Binding {
  NodeCompiler: { create(options: { workspace: string; fontArgs: { fontPaths: string[] }[] }): Compiler };
}

/** Folder of the typeface that is embedded in files. */
export function fontFolder(kind: "OTF" | "TTF"): string {
  return path.join(path.dirname(require.resolve("source-sans/package.json")), kind);
}

/** The binding for this machine, or null where there is none. */
export function typstBinding(): Binding | null {
  for (const name of BINDINGS)
    try {
      return require(name) as Binding;
    } catch {
      // The package for another kind of machine is not installed, or cannot be loaded.
    }
  return null;
}

/** The file's bytes. Throws with the compiler's own words. */
export function typstPdf(
  binding: Binding,
  exported: ExportedText,
  pdfStandard: PdfStandard = "a-2a",
): Buffer {
  const fonts = fontFolder("OTF");
  // The template reads no file: its folder is one that holds nothing but fonts.
  const compiler = binding.NodeCompiler.create({ workspace: fonts, fontArgs: [{ fontPaths: [fonts] }] });
  const { title, language, text, facts, creator, madeAt } = exported;
  const data = {
    ...{ title, facts, creator, blocks: text.content },
    language: localeOf(language).slice(0, 2),
  };
  const compile = (json: string) =>
    compiler.pdf(
      { mainFileContent: TEMPLATE, inputs: { data: json } },
      { pdfStandard, creationTimestamp: Math.floor(madeAt.getTime() / 1000) },
    );
  const json = JSON.stringify(data);
  try {
    return compile(json);
  } catch (cause) {
    const missing = missingCharacters(reasonOf(cause));
    if (missing.size === 0) throw new Error(`Typst: ${reasonOf(cause)}`);
    return compile(
      JSON.stringify(data, (_, value) => (typeof value === "string" ? shown(value, missing) : value)),
    );
  }
}

/** The binding leaves the message empty and says it as a code. */
const reasonOf = (cause: unknown) => (cause as { code?: string }).code ?? String(cause);

/** PDF/A asks for a glyph for every character; those that no font has are named in the refusal. */
function missingCharacters(reason: string): Set<string> {
  const found = new Set<string>();
  for (const [, text = ""] of reason.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/g)) {
    const plain = text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
    for (const character of plain) found.add(character);
  }
  return found;
}

/** A mark where a character cannot be shown. */
const shown = (text: string, missing: Set<string>) =>
  [...text].map((character) => (missing.has(character) ? "\u25a1" : character)).join("");
