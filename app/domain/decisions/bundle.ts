/**
 * The evidence bundle of a decision: what anybody needs to see, without this product's server, that it was not altered since it was
 * sealed. A zip with one form: the same files give the same bytes.
 */
import { unzipSync, zipSync } from "fflate";
import { canonicalJson, sha256Hex } from "../split/canonical";
import { BUNDLE_BYTES_MAX } from "./bundle-limits";

/** Every file of a bundle, in the order they stand in it. */
export const BUNDLE_FILES = [
  "README.txt",
  "decision.json",
  "decision.pdf",
  "seal.json",
  "chain.json",
  "version.json",
  "names.json",
  "manifest.json",
] as const;
export type BundleFile = (typeof BUNDLE_FILES)[number];
export type BundleFiles = Record<BundleFile, Uint8Array>;

export const MANIFEST_VERSION = 1;
/** Why a file is no bundle. */
export const ARCHIVE_PROBLEMS = ["tooLarge", "notZip", "packed", "files"] as const;
export type ArchiveProblem = (typeof ARCHIVE_PROBLEMS)[number];

/** The manifest of the other files: names and hashes. */
export function manifestOf(files: Omit<BundleFiles, "manifest.json">): Uint8Array {
  const named = BUNDLE_FILES.filter((name) => name !== "manifest.json");
  return utf8(
    canonicalJson({
      version: MANIFEST_VERSION,
      files: Object.fromEntries(named.map((name) => [name, sha256Hex(files[name])])),
    }),
  );
}

/** The one form of a bundle: files stored as they are, in order, without times. Throws for one that is too large. */
export function packBundle(files: BundleFiles): Uint8Array {
  const bytes = zipSync(Object.fromEntries(BUNDLE_FILES.map((name) => [name, files[name]])), {
    level: 0,
    // Zip keeps local time: the first moment that it knows, the same in every time zone.
    mtime: new Date(1980, 0, 1),
    os: 0,
  });
  if (bytes.length > BUNDLE_BYTES_MAX) throw new RangeError("The bundle is too large.");
  return bytes;
}

/**
 * The files of a bundle, and whether it is byte for byte what packBundle makes of them. Nothing is unpacked that is not stored as it
 * is, so a small file cannot become a large one.
 */
export function openBundle(
  bytes: Uint8Array,
): { files: BundleFiles; isExact: boolean } | { problem: ArchiveProblem } {
  if (bytes.length > BUNDLE_BYTES_MAX) return { problem: "tooLarge" };
  let isPacked = false;
  let total = 0;
  let found: Record<string, Uint8Array>;
  try {
    found = unzipSync(bytes, {
      filter: ({ compression, originalSize, size }) => {
        total += originalSize;
        isPacked ||= compression !== 0 || size !== originalSize || total > BUNDLE_BYTES_MAX;
        return !isPacked;
      },
    });
  } catch {
    return { problem: "notZip" };
  }
  if (isPacked) return { problem: "packed" };
  const names = Object.keys(found);
  if (names.length !== BUNDLE_FILES.length || !BUNDLE_FILES.every((name) => Object.hasOwn(found, name)))
    return { problem: "files" };
  const files = found as BundleFiles;
  return { files, isExact: isSame(packBundle(files), bytes) };
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const isSame = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i]);
