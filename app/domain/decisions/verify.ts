/**
 * Looks at an evidence bundle, without a clock and without asking anybody: does everything in it agree (rules D7, Z1–Z5)? What it
 * cannot tell: a whole bundle that was forged together agrees with itself. Only a seal that somebody kept can tell that.
 */
import { z } from "zod";
import { canonicalJson, sha256Hex } from "../split/canonical";
import { type ArchiveProblem, type BundleFiles, manifestOf, openBundle } from "./bundle";
import { type DecisionContent, nameHash, type Seal, type SealedPerson } from "./seal";
import { ChainSchema, DecisionContentSchema, SealSchema } from "./seal-schema";
import { brokenLink, type ChainProblem } from "./verify-chain";

/** What is looked at, in this order. The register is compared by who keeps one. */
export const CHECKS = [
  ...(["archive", "manifest", "content", "seal", "chain"] as const),
  ...(["version", "names", "register", "known"] as const),
] as const;
export type Check = (typeof CHECKS)[number];
/** What was not as it should be. */
export type Problem =
  | ArchiveProblem
  | `chain-${ChainProblem}`
  | "form"
  | "altered"
  | "unreadable"
  | "otherContent"
  | "otherTable"
  | "notInChain"
  | "otherRegister"
  | "otherSeal";
export type Finding =
  | { check: Check; ok: true }
  /** `at` is the file's name, or the place in the chain. */
  | { check: Check; ok: false; problem: Problem; at?: string };

export interface Verified {
  /** Every check that was made; one that failed may end the looking. */
  findings: Finding[];
  ok: boolean;
  /** The file could not be read as a bundle at all. */
  isUnreadable: boolean;
  /** What the bundle says; null where that could not be read. */
  says: { content: DecisionContent; seal: Seal; links: number; names: Record<string, string> } | null;
}

export const NamesSchema = z
  .array(z.strictObject({ nameHash: z.string(), name: z.string(), salt: z.string() }))
  .max(10);

/** `known` is a seal that the reader has from elsewhere: a receipt, the register, a record. */
export function verifyBundle(bytes: Uint8Array, known?: string): Verified {
  const opened = openBundle(bytes);
  if ("problem" in opened)
    return {
      findings: [{ check: "archive", ok: false, problem: opened.problem }],
      ...{ ok: false, isUnreadable: true, says: null },
    };
  const { findings, says } = verifyParts(opened.files, known?.trim().toLowerCase());
  const archive: Finding = opened.isExact
    ? { check: "archive", ok: true }
    : { check: "archive", ok: false, problem: "form" };
  const all = [archive, manifestFinding(opened.files), ...findings];
  return { findings: all, ok: all.every(({ ok }) => ok), isUnreadable: false, says };
}

/** What the seal speaks of, without the files that only tell it to people. */
export type SealedParts = Pick<
  BundleFiles,
  "decision.json" | "seal.json" | "chain.json" | "version.json" | "names.json"
>;

/** Whether the parts agree with each other, and with `known`. */
export function verifyParts(files: SealedParts, known?: string): Pick<Verified, "findings" | "says"> {
  const content = read(DecisionContentSchema, files["decision.json"]);
  const seal = read(SealSchema, files["seal.json"]);
  const chain = read(ChainSchema, files["chain.json"]);
  const names = read(NamesSchema, files["names.json"]);
  const unreadable = (check: Check, at: string): Finding => ({ check, ok: false, problem: "unreadable", at });
  if (!content || !seal || !chain || !names) {
    const findings: Finding[] = [];
    if (!content) findings.push(unreadable("content", "decision.json"));
    if (!seal) findings.push(unreadable("seal", "seal.json"));
    if (!chain) findings.push(unreadable("chain", "chain.json"));
    if (!names) findings.push(unreadable("names", "names.json"));
    return { findings, says: null };
  }
  const findings = [
    contentFinding(files, content, seal),
    sealFinding(seal, chain),
    chainFinding(chain),
    versionFinding(files, content),
    namesFinding(content, names),
    ...(known === undefined ? [] : [knownFinding(seal, known)]),
  ];
  const told = Object.fromEntries(names.map(({ nameHash: hash, name }) => [hash, name]));
  return { findings, says: { content, seal, links: chain.length, names: told } };
}

/** The value, when the file is its canonical JSON and has the right form. */
function read<T>(schema: z.ZodType<T>, bytes: Uint8Array): T | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    if (canonicalJson(value) !== text) return null;
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Rule Z5: every file is the one that the manifest names. */
function manifestFinding(files: BundleFiles): Finding {
  const expected = manifestOf(files);
  const given = files["manifest.json"];
  if (sha256Hex(expected) === sha256Hex(given)) return { check: "manifest", ok: true };
  return { check: "manifest", ok: false, problem: "altered", at: alteredFile(given, expected) };
}

/** The first file whose hash is not the one in the manifest. */
function alteredFile(given: Uint8Array, expected: Uint8Array): string {
  const Manifest = z.looseObject({ files: z.record(z.string(), z.string()) });
  const [was, is] = [read(Manifest, given), read(Manifest, expected)];
  const name = Object.keys(is?.files ?? {}).find((file) => was?.files[file] !== is?.files[file]);
  return was && name ? name : "manifest.json";
}

/** Rule Z1: the seal is of this content, and of its table. */
function contentFinding(files: SealedParts, content: DecisionContent, seal: Seal): Finding {
  if (sha256Hex(files["decision.json"]) !== seal.contentSha256 || seal.kind !== "decision")
    return { check: "content", ok: false, problem: "otherContent", at: "decision.json" };
  if (content.table.slug !== seal.table)
    return { check: "content", ok: false, problem: "otherTable", at: "decision.json" };
  return { check: "content", ok: true };
}

/** Rule Z2: the seal is the link that stands at its place in the chain. */
function sealFinding(seal: Seal, chain: Seal[]): Finding {
  const link = chain[seal.place - 1];
  if (link && canonicalJson(link) === canonicalJson(seal)) return { check: "seal", ok: true };
  return { check: "seal", ok: false, problem: "notInChain", at: String(seal.place) };
}

function chainFinding(chain: Seal[]): Finding {
  const broken = brokenLink(chain);
  if (!broken) return { check: "chain", ok: true };
  return { check: "chain", ok: false, problem: `chain-${broken.problem}`, at: String(broken.place) };
}

/** The frozen text is the one that was decided on. */
function versionFinding(files: SealedParts, content: DecisionContent): Finding {
  if (sha256Hex(files["version.json"]) === content.frozenVersion.sha256)
    return { check: "version", ok: true };
  return { check: "version", ok: false, problem: "altered", at: "version.json" };
}

/** Rule Z4: every name that is told gives its hash, and the hash is in the content. An erased name is not told. */
function namesFinding(content: DecisionContent, names: z.infer<typeof NamesSchema>): Finding {
  const hashes = new Set([content.statedBy, content.recordedBy].map((p: SealedPerson) => p.nameHash));
  const wrong = names.some(
    ({ nameHash: hash, name, salt }) => !hashes.has(hash) || nameHash(name, salt) !== hash,
  );
  return wrong
    ? { check: "names", ok: false, problem: "altered", at: "names.json" }
    : { check: "names", ok: true };
}

function knownFinding(seal: Seal, known: string): Finding {
  return seal.sha256 === known
    ? { check: "known", ok: true }
    : { check: "known", ok: false, problem: "otherSeal" };
}
