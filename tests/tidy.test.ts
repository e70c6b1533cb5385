/**
 * Goal: the house keeps its invariants (ARCHITECTURE.md, "What is absent").
 * Method: read the tracked source as text and look at its imports; no file is run.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import en from "../app/messages/en";
import fi from "../app/messages/fi";
import sv from "../app/messages/sv";

const ROOT = path.resolve(import.meta.dirname, "..");
const LINES_MAX = 300;
/** Files that may be longer, each with its reason. */
const LONG: Record<string, string> = {};

const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" })
  .split("\n")
  .filter((f) => f && existsSync(path.join(ROOT, f)));
const source = files.filter((f) => /\.(ts|tsx|js|mjs)$/.test(f));
const read = (f: string) => readFileSync(path.join(ROOT, f), "utf8");
const isTest = (f: string) => f.startsWith("tests/") || /\.test\.tsx?$/.test(f);

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

function importsOf(file: string): Import[] {
  return [...read(file).matchAll(IMPORT)].map((m) => {
    const spec = m[2] ?? m[3] ?? "";
    const to = spec.startsWith(".")
      ? path.posix.normalize(path.posix.join(path.posix.dirname(file), spec))
      : spec;
    return { from: file, to, typeOnly: Boolean(m[1]) };
  });
}
const imports = source.filter((f) => !isTest(f)).flatMap(importsOf);
const told = (list: Import[]) => list.map((i) => `${i.from} → ${i.to}`);

describe("imports", () => {
  it("app/domain imports only itself and the pure packages of this list", () => {
    // fflate packs and opens bytes in memory: the bundle's one form is a rule of the domain.
    const pure = ["canonicalize", "@noble/hashes/", "diff", "fflate", "fractional-indexing-jittered", "zod"];
    const wrong = imports.filter(
      (i) =>
        i.from.startsWith("app/domain/") &&
        !i.to.startsWith("app/domain/") &&
        !pure.some((p) => (p.endsWith("/") ? i.to.startsWith(p) : i.to === p)),
    );
    expect(told(wrong)).toEqual([]);
  });

  it("app/protocol imports only itself, zod and domain", () => {
    const wrong = imports.filter(
      (i) => i.from.startsWith("app/protocol/") && !/^(app\/(protocol|domain)\/|zod$)/.test(i.to),
    );
    expect(told(wrong)).toEqual([]);
  });

  it("features, ui, collab and domain never import server or db, but for types", () => {
    const wrong = imports.filter(
      (i) =>
        /^app\/(features|ui|collab|domain|protocol|messages)\//.test(i.from) &&
        /^(server|db)\//.test(i.to) &&
        !i.typeOnly,
    );
    expect(told(wrong)).toEqual([]);
  });

  it("app imports from server only *.server files, but for types", () => {
    const wrong = imports.filter(
      (i) =>
        i.from.startsWith("app/") && /^(server|db)\//.test(i.to) && !i.typeOnly && !i.to.endsWith(".server"),
    );
    expect(told(wrong)).toEqual([]);
  });

  it("app/ui knows no feature, and the server and the database know none either", () => {
    const wrong = imports.filter(
      (i) => /^(app\/ui|server|db)\//.test(i.from) && i.to.startsWith("app/features/"),
    );
    expect(told(wrong)).toEqual([]);
  });

  it("Lucia is imported by one file", () => {
    expect([...new Set(imports.filter((i) => i.to.startsWith("lucia")).map((i) => i.from))]).toEqual([
      "server/session.server.ts",
    ]);
  });

  it("Socket.IO and Yjs stay in the collab folders and what binds them", () => {
    const allowed =
      /^(app\/collab\/|server\/collab\/|server\/jobs\/|app\/features\/(board|texts)\/|db\/scenarios\/|server\/index\.ts)/;
    const wrong = imports.filter(
      (i) => /^(socket\.io|yjs|y-)/.test(i.to) && !allowed.test(i.from) && !i.typeOnly,
    );
    expect(told(wrong)).toEqual([]);
  });

  it("SQL stands only where it may", () => {
    const allowed =
      /^(db\/|server\/(commands|queries|events|jobs|mail)\/|server\/http\/health|server\/session\.server|server\/sessions\/|server\/request\.server|server\/authorize\.server|server\/collab\/(log\/postgres-log|access)|server\/index\.ts)/;
    const sql = /\b(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`/;
    expect(source.filter((f) => !isTest(f) && !allowed.test(f) && sql.test(read(f)))).toEqual([]);
  });

  it("the permission table is asked through one definition of can(", () => {
    expect(source.filter((f) => /export function can[<(]/.test(read(f)))).toEqual(["app/domain/policy.ts"]);
    const askers = source.filter(
      (f) => !isTest(f) && f !== "app/domain/policy.ts" && /(?<![.\w])can\(/.test(read(f)),
    );
    expect(askers.filter((f) => !/^server\//.test(f))).toEqual([]);
  });
});

describe("words", () => {
  const keys = (value: object, prefix = ""): string[] =>
    Object.entries(value).flatMap(([k, v]) =>
      typeof v === "string" ? [prefix + k] : keys(v as object, `${prefix}${k}.`),
    );

  it("fi, sv and en have the same keys, none empty, and the same variables", () => {
    expect(keys(sv)).toEqual(keys(fi));
    expect(keys(en)).toEqual(keys(fi));
    const at = (value: object, key: string) =>
      key.split(".").reduce<unknown>((v, k) => (v as Record<string, unknown>)[k], value) as string;
    const variables = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map((m) => m[1]).sort();
    for (const key of keys(fi))
      for (const language of [fi, sv, en]) {
        expect(at(language, key), key).not.toBe("");
        expect(variables(at(language, key)), key).toEqual(variables(at(fi, key)));
      }
  });

  it("every key that the code names is there", () => {
    const known = new Set(keys(fi).map((k) => k.replace(/_(one|other|zero)$/, "")));
    const named = source
      .filter((f) => f.startsWith("app/") && !f.startsWith("app/messages/"))
      .flatMap((f) => [...read(f).matchAll(/\bt\(\s*"([^"]+)"/g)].map((m) => `${m[1]}`));
    expect(named.filter((k) => !known.has(k))).toEqual([]);
  });
});

describe("files", () => {
  it(`no source file is longer than ${LINES_MAX} lines without a reason`, () => {
    const long = source.filter(
      (f) => !f.includes("messages/") && read(f).split("\n").length > LINES_MAX && !LONG[f],
    );
    expect(long).toEqual([]);
  });

  it("no test is switched off or left alone, and nothing is left to do in a comment", () => {
    const off = /\b(it|test|describe)\.(only|skip|todo|fixme)\(/;
    expect(source.filter((f) => f !== "tests/tidy.test.ts" && off.test(read(f)))).toEqual([]);
    expect(source.filter((f) => f !== "tests/tidy.test.ts" && /\b(TODO|FIXME|XXX)\b/.test(read(f)))).toEqual(
      [],
    );
  });

  it("the lock file names no host", () => {
    expect(read("package-lock.json")).not.toContain('"resolved": "http');
  });

  it("every numbered rule has a test that carries its number", () => {
    const rules = [...read("app/domain/RULES.md").matchAll(/^#{2,4} ([A-Z]\d+)\b|^\*\*([A-Z]\d+)\b/gm)].map(
      (m) => m[1] ?? m[2],
    );
    expect(rules.length).toBeGreaterThan(0);
    const titles = source.filter(isTest).map(read).join("\n");
    expect(
      rules.filter((id) => !new RegExp(`\\b(it|test|describe)\\([^\\n]*\\b${id}\\b`).test(titles)),
    ).toEqual([]);
  });

  it("every path that ARCHITECTURE.md names exists", () => {
    const named = [
      ...read("ARCHITECTURE.md").matchAll(/`((?:app|server|db|tests|public)\/[\w./$*-]*[\w/])`/g),
    ].map((m) => m[1]!);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((p) => !existsSync(path.join(ROOT, p)))).toEqual([]);
  });

  it("every dependency has its line in ARCHITECTURE.md", () => {
    const { dependencies, devDependencies } = JSON.parse(read("package.json"));
    const text = read("ARCHITECTURE.md");
    const missing = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (d) => !text.includes(`\`${d}\``),
    );
    expect(missing).toEqual([]);
  });
});

describe("tables of speech", () => {
  it("who and when are never null where words are kept", () => {
    const sql = files
      .filter((f) => f.startsWith("db/migrations/"))
      .map(read)
      .join("\n");
    for (const [table, author, time] of [
      ["document_updates", "person_id", "created_at"],
      ["versions", "frozen_by", "frozen_at"],
      ["change_remarks", "author_id", "created_at"],
    ]) {
      const body = sql
        .slice(sql.indexOf(`create table ${table} `))
        .split("`")[0]!
        .replace(/\$\{CREATED\}/, "created_at timestamptz not null");
      expect(body, `${table}.${author}`).toMatch(new RegExp(`${author} uuid not null`));
      expect(body, `${table}.${time}`).toMatch(new RegExp(`${time} timestamptz not null`));
    }
  });
});
