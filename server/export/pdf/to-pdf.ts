import type { ExportedText } from "../exported-text";
import { pdfkitPdf } from "./pdfkit";
import { typstBinding, typstPdf } from "./typst";

/** A tagged PDF/A-2a with its fonts: by Typst where its binding is there for this machine, else by pdfkit. */
export async function toPdf(exported: ExportedText): Promise<Buffer> {
  const binding = typstBinding();
  return binding ? typstPdf(binding, exported) : pdfkitPdf(exported);
}
