/**
 * Goal: a sealed decision is found, read in plain words, taken out as evidence and verified without the server; nothing sealed can be
 * changed, and a name behind a seal can be erased. Method: decisions made by commands on real Postgres; the built command as a process.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBundle, packBundle, utf8 } from "../../app/domain/decisions/bundle";
import { verifyBundle } from "../../app/domain/decisions/verify";
import { LANGUAGES } from "../../app/domain/languages";
import { ApiDecision } from "../../app/protocol/api-decisions";
import { eraseName } from "../../server/commands/decisions/erase-name.server";
import { apiDecision } from "../../server/export/decision-response.server";
import { evidenceBundle } from "../../server/export/evidence-bundle";
import { decisionEvidence, decisionPage } from "../../server/queries/decision-page.server";
import { decisionRegister, registerChoice } from "../../server/queries/decision-register.server";
import { decisionsCsv } from "../../server/queries/decisions-csv.server";
import { knownSeal } from "../../server/queries/known-seal.server";
import { run as verify } from "../../server/verify/index";
import { CHAIR, type SealedWorld, sealedWorld } from "../support/sealed-world";
import { ROOT } from "../support/server";
import { addViewer, statusOf } from "../support/services";

let world: SealedWorld;
let folder: string;
beforeAll(async () => {
  world = await sealedWorld();
  folder = mkdtempSync(path.join(os.tmpdir(), "kp-bundle-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

const found = async (query: string) =>
  decisionRegister(world.services, world.secretary, registerChoice(new URLSearchParams(query)));
const bundleOf = async (n = 0) =>
  evidenceBundle(
    await decisionEvidence(world.services, world.secretary, world.decisions[n]!),
    "fi",
    "https://poyta.example.fi",
  );
/** Runs the verifier in this process. */
const looked = (bytes: Uint8Array, ...args: string[]) => {
  const file = path.join(folder, "paketti.zip");
  writeFileSync(file, bytes);
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  return { code: verify({ args: ["paketti.zip", ...args], folder, say, complain: say }), lines };
};

describe("the register", () => {
  test("D6: decisions the latest first, by words, year and state; a corrected one says so", async () => {
    expect((await found("")).lines.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect((await found("q=asia+2")).lines.map(({ number }) => number)).toEqual([2]);
    expect((await found("state=notReached")).lines.map(({ number }) => number)).toEqual([2]);
    expect((await found("state=corrected")).lines.map(({ number }) => number)).toEqual([1]);
    expect((await found("year=1999")).count).toBe(0);
    expect((await found(`table=${world.table.slug}`)).count).toBe(3);
    expect((await found("q=%25")).count).toBe(0);
    const csv = await decisionsCsv(
      world.services,
      world.secretary,
      registerChoice(new URLSearchParams()),
      "fi",
    );
    expect(csv.split("\r\n").filter(Boolean)).toHaveLength(4);
  });

  test("who does not sit at the table finds nothing and reads nothing", async () => {
    const stranger = await addViewer(world.database, null);
    const { count } = await decisionRegister(world.services, stranger, registerChoice(new URLSearchParams()));
    expect(count).toBe(0);
    expect(await statusOf(decisionPage(world.services, stranger, world.decisions[0]!))).toBe(404);
    expect(await statusOf(decisionPage(world.services, world.secretary, "arvaus"))).toBe(404);
    const page = await decisionPage(world.services, world.secretary, world.decisions[0]!);
    expect(await statusOf(eraseName(world.services, stranger, page.content.statedBy.nameHash))).toBe(404);
    expect(await statusOf(eraseName(world.services, world.speaker[0]!, page.content.statedBy.nameHash))).toBe(
      403,
    );
  });

  test("D5, D7: a decision's page has what was sealed, and the server's own look agrees", async () => {
    const page = await decisionPage(world.services, world.secretary, world.decisions[2]!);
    expect(page.findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(page).toMatchObject({ links: 3, corrects: { id: world.decisions[0] }, correctedBy: [] });
    expect(page.statedBy.name).toBe(CHAIR);
    const answer = await apiDecision(world.services, world.secretary, world.decisions[2]!);
    expect(ApiDecision.parse(JSON.parse(JSON.stringify(answer)))).toMatchObject({ agrees: true });
    expect(await knownSeal(world.services, page.seal.sha256)).toMatchObject({ place: 3, kind: "decision" });
    expect(await knownSeal(world.services, "0".repeat(64))).toBeNull();
    expect(await knownSeal(world.services, "x")).toBeNull();
  });
});

describe("Z3: what is sealed", () => {
  const attempts = ["update seals set content = '{}'", "delete from seals", "truncate seals cascade"].concat([
    "update decisions set outcome = 'unanimous'",
    "delete from decisions",
    "update decision_positions set reason = ''",
  ]);
  test.each(attempts)(
    "nobody changes by %s: neither the application nor the owner of the schema",
    async (statement) => {
      for (const db of [world.db, world.database.ownerDb])
        await expect(sql.raw(statement).execute(db)).rejects.toThrow(/append-only|permission denied/);
    },
  );
});

describe("the evidence bundle", () => {
  test("Z5: it is verified without the server, in three languages, also against the seal of a receipt", async () => {
    const bundle = await bundleOf();
    const { seal } = await decisionPage(world.services, world.secretary, world.decisions[0]!);
    expect(verifyBundle(bundle).findings.filter(({ ok }) => !ok)).toEqual([]);
    for (const language of LANGUAGES)
      expect(looked(bundle, "--lang", language, "--seal", seal.sha256).code).toBe(0);
    expect(looked(bundle, "--seal", "f".repeat(64))).toMatchObject({ code: 1 });
    expect(looked(bundle).lines.join("\n")).toContain(seal.sha256);
    const opened = openBundle(bundle);
    const pdf = "files" in opened ? opened.files["decision.pdf"] : new Uint8Array();
    expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe("%PDF-");
  });

  test("D7: a byte altered, a decision swapped, a file cut short: each is caught", async () => {
    const bundle = await bundleOf();
    for (let n = 0; n < 40; n++) {
      const altered = new Uint8Array(bundle);
      const at = Math.floor((n / 40) * bundle.length);
      altered[at] = altered[at]! ^ 1;
      expect(looked(altered).code, `byte ${at}`).not.toBe(0);
    }
    expect(looked(bundle.slice(0, -20)).code).toBe(2);
    expect(looked(utf8("ei zip")).code).toBe(2);
    const [a, b] = [openBundle(bundle), openBundle(await bundleOf(1))];
    if (!("files" in a) || !("files" in b)) throw new Error("the bundles do not open");
    const swapped = packBundle({ ...a.files, "decision.json": b.files["decision.json"] });
    expect(looked(swapped).code).toBe(1);
  });

  test("a call that names nothing, or what is not there, is told in a line", () => {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    expect(verify({ args: [], folder, say, complain: say })).toBe(2);
    expect(verify({ args: ["ei-ole.zip"], folder, say, complain: say })).toBe(2);
    expect(verify({ args: ["a.zip", "--lang", "de"], folder, say, complain: say })).toBe(2);
    expect(lines).toHaveLength(3);
  });

  test("npm run verify is the same as a command of its own", async () => {
    execFileSync(process.execPath, [path.join(ROOT, "server/build.js"), "--if-stale"], { stdio: "ignore" });
    const file = path.join(folder, "oikea.zip");
    writeFileSync(file, await bundleOf());
    const call = (...args: string[]) =>
      spawnSync(process.execPath, [path.join(ROOT, "server/verify.js"), ...args], { encoding: "utf8" });
    expect(call(file, "--lang", "en")).toMatchObject({ status: 0 });
    writeFileSync(file, utf8("PK"));
    expect(call(file)).toMatchObject({ status: 2 });
  }, 300_000);

  test("Z4: a name is erased from behind every seal of the table, and everything still agrees", async () => {
    const before = await decisionPage(world.services, world.secretary, world.decisions[0]!);
    await eraseName(world.services, world.secretary, before.content.statedBy.nameHash);
    await eraseName(world.services, world.secretary, before.content.statedBy.nameHash);
    for (const [n, id] of world.decisions.entries()) {
      const page = await decisionPage(world.services, world.secretary, id);
      expect(page.statedBy.name).toBeNull();
      expect(page.findings.filter(({ ok }) => !ok)).toEqual([]);
      const bundle = await bundleOf(n);
      expect(verifyBundle(bundle).ok).toBe(true);
      expect(Buffer.from(bundle).includes(CHAIR)).toBe(false);
    }
    const rows = await world.db.selectFrom("sealed_names").select("name").where("salt", "is", null).execute();
    expect(rows.every(({ name }) => name === "")).toBe(true);
  });
});
