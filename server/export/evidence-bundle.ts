/** The evidence bundle of a sealed decision (rule Z5): what the seal speaks of, and what tells it to people. */
import { type BundleFiles, manifestOf, packBundle, utf8 } from "../../app/domain/decisions/bundle";
import { LANGUAGES, type Language } from "../../app/domain/languages";
import { translator } from "../../app/messages/server.server";
import { paths } from "../../app/paths";
import type { DecisionEvidence } from "../queries/decision-page.server";
import { decisionDocument } from "./decision-document";
import { toPdf } from "./pdf/to-pdf";

/** The zip's bytes. The PDF is as of the decision's own time, so that the same decision gives the same words. */
export async function evidenceBundle(
  { page, parts }: DecisionEvidence,
  language: Language,
  origin: string,
): Promise<Uint8Array> {
  const pdf = await toPdf(decisionDocument(page, language, new Date(page.content.statedAt)));
  const files: Omit<BundleFiles, "manifest.json"> = {
    "README.txt": utf8(readme(new URL(paths.verify(), origin).href)),
    "decision.pdf": new Uint8Array(pdf),
    ...parts,
  };
  return packBundle({ ...files, "manifest.json": manifestOf(files) });
}

/** In all three languages: whoever opens the bundle may read any of them. */
function readme(address: string): string {
  const parts = LANGUAGES.map((language) => {
    const { t } = translator(language);
    const lines = (["title", "what", "files", "how", "byHand"] as const).map((line) =>
      t(`seals.verify.readme.${line}`, { address }),
    );
    return [...lines, t("seals.verify.limit")].join("\n");
  });
  return `${parts.join("\n\n")}\n`;
}
