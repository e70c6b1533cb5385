import type { ExportedText } from "../exported-text";
import { pdfkitPdf } from "./pdfkit";
import { typstBinding, typstPdf } from "./typst";

/** The archive's standard, and the one of accessible documents. */
export type PdfStandard = "a-2a" | "ua-1";

/**
 * A tagged PDF with its fonts: by Typst where its binding is there for this machine, else by pdfkit. Both make PDF/A-2a; PDF/UA-1 is
 * Typst's alone, and what pdfkit makes instead claims the archive's standard and no other.
 */
export async function toPdf(exported: ExportedText, standard: PdfStandard = "a-2a"): Promise<Buffer> {
  const binding = typstBinding();
  return binding ? typstPdf(binding, exported, standard) : pdfkitPdf(exported);
}
