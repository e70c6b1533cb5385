import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { aBundle, aChain, aDecisionContent, someFiles, THREE } from "../../../tests/support/sealed-content";
import { BUNDLE_FILES, type BundleFile, manifestOf, packBundle, utf8 } from "./bundle";
import { BUNDLE_BYTES_MAX } from "./bundle-limits";
import { conclusionOf } from "./finding-words";
import { nameHash, sealOf } from "./seal";
import { type Verified, verifyBundle } from "./verify";
import { brokenLink } from "./verify-chain";

const failed = ({ findings }: Verified) =>
  findings.flatMap((one) => (one.ok ? [] : [[one.check, one.problem, one.at].filter(Boolean).join(" ")]));
const flipped = (bytes: Uint8Array, offset: number, by = 1) => {
  const altered = new Uint8Array(bytes);
  altered[offset] = altered[offset]! ^ by;
  return altered;
};
/** A forger who writes a file anew, and the manifest with it. */
function forged(changes: Partial<Record<BundleFile, string>>): Uint8Array {
  const files = { ...someFiles() };
  for (const [name, text] of Object.entries(changes)) files[name as BundleFile] = utf8(text);
  return packBundle({ ...files, "manifest.json": manifestOf(files) });
}
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("a bundle that nobody altered", () => {
  it("agrees, and says what it holds", () => {
    const seen = verifyBundle(aBundle());
    expect(failed(seen)).toEqual([]);
    expect([seen.ok, seen.isUnreadable, seen.says?.links]).toEqual([true, false, 3]);
    expect(seen.says?.content.number).toBe("2/2022");
    expect(Object.values(seen.says?.names ?? {})).toEqual(["Sirpa Puheenjohtaja"]);
  });

  it("Z5: the same files give the same bytes, in any time zone", () => {
    expect(aBundle()).toEqual(aBundle());
    expect(text(aBundle().slice(10, 14))).toBe("\u0000\u0000\u0021\u0000");
  });

  it("agrees with the seal that somebody kept, and with no other", () => {
    const [first, second] = aChain(THREE);
    expect(verifyBundle(aBundle(), ` ${second!.sha256.toUpperCase()}\n`).ok).toBe(true);
    expect(failed(verifyBundle(aBundle(), first!.sha256))).toEqual(["known otherSeal"]);
  });

  it("Z4: an erased name leaves everything as it was", () => {
    const seen = verifyBundle(aBundle({ names: [] }));
    expect([seen.ok, seen.says?.names]).toEqual([true, {}]);
  });
});

describe("D7: a later change can be detected", () => {
  const bundle = aBundle();

  it("Z5: any one byte of the file, altered in any way, is caught", () => {
    for (let offset = 0; offset < bundle.length; offset++)
      if (verifyBundle(flipped(bundle, offset, 1 << (offset % 8))).ok)
        expect.unreachable(`byte ${offset} was altered and nothing was said`);
    fc.assert(
      fc.property(fc.nat(bundle.length - 1), fc.integer({ min: 1, max: 255 }), (offset, by) => {
        expect(verifyBundle(flipped(bundle, offset, by)).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("Z5: one byte altered in a file inside is caught, and the file is named", () => {
    for (const name of BUNDLE_FILES) {
      const files = someFiles();
      for (const offset of [0, Math.floor(files[name].length / 2), files[name].length - 1]) {
        const seen = verifyBundle(packBundle({ ...files, [name]: flipped(files[name], offset) }));
        expect(failed(seen)[0], `${name} at ${offset}`).toMatch(/^manifest altered /);
        if (name !== "manifest.json") expect(failed(seen)[0]).toBe(`manifest altered ${name}`);
      }
    }
  });

  it("Z1: a content that was written anew, with its manifest, is not the sealed one", () => {
    const content = aDecisionContent({ number: "2/2022", outcome: "unanimous" });
    expect(failed(verifyBundle(aBundle({ content })))).toEqual(["content otherContent decision.json"]);
  });

  it("Z1: another table's decision does not pass for this one's", () => {
    const foreign = aDecisionContent({ table: { slug: "muu", name: "Muu" } });
    expect(failed(verifyBundle(aBundle({ content: foreign })))).toContain(
      "content otherContent decision.json",
    );
    const seal = aChain([foreign])[0]!;
    expect(failed(verifyBundle(aBundle({ content: foreign, seal })))).toEqual(["seal notInChain 1"]);
    const [ours] = aChain([aDecisionContent()]);
    const lying = sealOf({ ...ours!, contentSha256: seal.contentSha256 });
    expect(failed(verifyBundle(aBundle({ content: foreign, seal: lying, chain: [lying] })))).toEqual([
      "content otherTable decision.json",
    ]);
  });

  it("Z2: a chain in another order, with a link taken away or put in, is caught", () => {
    const [a, b, c] = aChain(THREE) as [never, never, never];
    const failures = (chain: never[]) => failed(verifyBundle(aBundle({ chain, seal: b })));
    expect(failures([b, a, c])).toEqual(["seal notInChain 2", "chain chain-order 1"]);
    expect(failures([b, c])).toEqual(["seal notInChain 2", "chain chain-order 1"]);
    expect(failures([a, b, b])).toEqual(["chain chain-order 3"]);
    const other = sealOf({ ...(c as object), previousSha256: "0".repeat(64) } as never);
    expect(failures([a, b, other as never])).toEqual(["chain chain-link 3"]);
    const later = { ...(c as object), sealedAt: "2023-01-01T00:00:00.000Z" };
    expect(failures([a, b, later as never])).toEqual(["chain chain-hash 3"]);
    const elsewhere = sealOf({ ...(c as object), table: "muu" } as never);
    expect(failures([a, b, elsewhere as never])).toEqual(["chain chain-table 3"]);
  });

  it("a later text does not pass for the frozen one", () => {
    expect(failed(verifyBundle(aBundle({ version: '{"categories":[1]}' })))).toEqual([
      "version altered version.json",
    ]);
  });

  it("Z4: another name does not pass for the one behind the hash", () => {
    const hash = nameHash("Sirpa Puheenjohtaja", "suola-1");
    const other = [{ nameHash: hash, name: "Joku Muu", salt: "suola-1" }];
    expect(failed(verifyBundle(aBundle({ names: other })))).toEqual(["names altered names.json"]);
    const more = [{ nameHash: nameHash("Joku Muu", "s"), name: "Joku Muu", salt: "s" }];
    expect(failed(verifyBundle(aBundle({ names: more })))).toEqual(["names altered names.json"]);
  });

  it("what was forged as a whole agrees with itself, and not with a seal that somebody kept", () => {
    const contents = THREE.map((content) => ({ ...content, outcome: "unanimous" as const }));
    const whole = aBundle({ chain: aChain(contents), content: contents[1]! });
    expect(verifyBundle(whole).ok).toBe(true);
    const compared = verifyBundle(whole, aChain(THREE)[1]!.sha256);
    expect(failed(compared)).toEqual(["known otherSeal"]);
    expect(
      [whole, aBundle({ version: "{}" }), utf8("")].map((one) => conclusionOf(verifyBundle(one))),
    ).toEqual(["ok", "failed", "unreadable"]);
    expect(conclusionOf(compared)).toBe("otherSeal");
  });

  it("Z1: files are read in their one form only", () => {
    const seal = text(someFiles()["seal.json"]);
    expect(failed(verifyBundle(forged({ "seal.json": `${seal}\n` })))).toEqual(["seal unreadable seal.json"]);
    expect(failed(verifyBundle(forged({ "chain.json": "[]" })))).toEqual(["chain unreadable chain.json"]);
    const content = text(someFiles()["decision.json"]).replace('{"corrects', '{"__proto__":{},"corrects');
    expect(failed(verifyBundle(forged({ "decision.json": content })))).toEqual([
      "content unreadable decision.json",
    ]);
  });
});

describe("what is no bundle", () => {
  const problem = (bytes: Uint8Array) => {
    const seen = verifyBundle(bytes);
    return [failed(seen).join(), seen.isUnreadable];
  };

  it("a truncated file, another file and an empty one are refused by name", () => {
    expect(problem(aBundle().slice(0, -30))).toEqual(["archive notZip", true]);
    expect(problem(utf8("%PDF-1.7 jotain muuta"))).toEqual(["archive notZip", true]);
    expect(problem(new Uint8Array())).toEqual(["archive notZip", true]);
    expect(problem(zipSync({ "a.txt": utf8("a") }, { level: 0 }))).toEqual(["archive files", true]);
  });

  it("a small file that would become a large one is not unpacked", () => {
    const bomb = zipSync({ ...someFiles(), "README.txt": new Uint8Array(5_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(50_000);
    expect(problem(bomb)).toEqual(["archive packed", true]);
  });

  it(`more than ${BUNDLE_BYTES_MAX} bytes are not looked at, and not made`, () => {
    expect(problem(new Uint8Array(BUNDLE_BYTES_MAX + 1))).toEqual(["archive tooLarge", true]);
    const files = { ...someFiles(), "version.json": new Uint8Array(BUNDLE_BYTES_MAX) };
    expect(() => packBundle(files)).toThrow(RangeError);
  });

  it("bytes put before or after the zip are caught", () => {
    const bundle = aBundle();
    expect(problem(new Uint8Array([...bundle, 0]))[0]).toMatch(/^archive/);
    expect(problem(new Uint8Array([0, ...bundle]))[0]).toMatch(/^archive/);
  });
});

it("Z2: an empty chain has no broken link", () => {
  expect(brokenLink([])).toBeNull();
});
