/** Contents of seals, their chain and a whole bundle, made in memory. They invent what is left out. */
import { type BundleFiles, manifestOf, packBundle, utf8 } from "../../app/domain/decisions/bundle";
import {
  canonicalSealContent,
  type DecisionContent,
  nameHash,
  type Seal,
  sealOf,
} from "../../app/domain/decisions/seal";
import { canonicalJson, sha256Hex } from "../../app/domain/split/canonical";

export const VERSION = '{"categories":[]}';
export const CHAIR = { name: "Sirpa Puheenjohtaja", salt: "suola-1" };
const AT = "2022-05-20T11:00:00.000Z";

export function aDecisionContent(more: Partial<DecisionContent> = {}): DecisionContent {
  const person = { role: "chair", party: "liperi", nameHash: nameHash(CHAIR.name, CHAIR.salt) };
  return {
    ...{ kind: "decision", decisionId: "7d3e8f5c-5f0c-4a94-8f0e-3c1f6f0d9a11", number: "1/2022" },
    ...{ table: { slug: "poyta", name: "Pöytä" }, region: "Alue", meeting: null },
    ...{ text: "Jaottelu hyväksytään.", draft: { slug: "jaottelu", title: "Jaottelu" } },
    ...{ frozenVersion: { number: 2, sha256: sha256Hex(VERSION), logPosition: 12 } },
    ...{ openedAt: AT, entitled: ["liperi", "kitee"], quorum: 0, silence: "waits" },
    positions: [
      { party: "liperi", value: "accept", reason: "", how: "seat", givenAt: AT, isExample: true },
      {
        ...{ party: "kitee", value: "reservation", reason: "Rahoitus on auki.", how: "told" },
        ...{ givenAt: AT, isExample: true },
      },
    ],
    statements: [],
    ...{ presentParties: null, outcome: "consensusWithReservations", statedAt: AT },
    ...{ statedBy: person, recordedBy: person, corrects: null, isExample: true },
    ...more,
  };
}

/** A chain of these contents. */
export function aChain(contents: DecisionContent[]): Seal[] {
  const chain: Seal[] = [];
  for (const content of contents)
    chain.push(
      sealOf({
        ...{ version: 1, table: content.table.slug, place: chain.length + 1, kind: content.kind },
        contentSha256: sha256Hex(canonicalSealContent(content)),
        previousSha256: chain.at(-1)?.sha256 ?? null,
        sealedAt: content.statedAt,
      }),
    );
  return chain;
}

/** Three decisions of one table. */
export const THREE = ["1/2022", "2/2022", "3/2022"].map((number) => aDecisionContent({ number }));

/** The files of the second one's bundle; `changed` replaces some after the manifest was made. */
export function someFiles(
  given: { content?: DecisionContent; chain?: Seal[]; seal?: Seal; version?: string; names?: unknown } = {},
): BundleFiles {
  const chain = given.chain ?? aChain(THREE);
  const content = given.content ?? THREE[1]!;
  const files = {
    "README.txt": utf8("Lue tämä."),
    "decision.json": utf8(canonicalSealContent(content)),
    "decision.pdf": utf8("%PDF-1.7 päätös"),
    "seal.json": utf8(canonicalJson(given.seal ?? chain[1])),
    "chain.json": utf8(canonicalJson(chain)),
    "version.json": utf8(given.version ?? VERSION),
    "names.json": utf8(
      canonicalJson(given.names ?? [{ ...CHAIR, nameHash: nameHash(CHAIR.name, CHAIR.salt) }]),
    ),
  };
  return { ...files, "manifest.json": manifestOf(files) };
}
export const aBundle = (given: Parameters<typeof someFiles>[0] = {}) => packBundle(someFiles(given));
