/**
 * Goal: what an attacker tries on the server as it runs: odd addresses, methods and bodies, files beside the
 * public ones, and what stays in caches.
 * Method: the built server with the demo; requests byte for byte over a socket of one's own.
 */
import http from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FORM_FIELDS_MAX } from "../../server/form.server";
import { type RunningServer, startServer } from "../support/server";

let server: RunningServer;
let cookie = "";
beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: "info" } });
  const seat = await send("POST", "/demo/sign-in", { body: "seat=liperi" });
  cookie = String(seat.headers["set-cookie"]).split(";")[0]!;
}, 180_000);
afterAll(() => server.close());

interface Sent {
  body?: string;
  headers?: Record<string, string>;
}

function send(method: string, path: string, { body, headers = {} }: Sent = {}) {
  const write = method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
  const all = {
    ...(write && { Origin: server.origin, "Content-Type": "application/x-www-form-urlencoded" }),
    ...(body !== undefined && { "Content-Length": String(Buffer.byteLength(body)) }),
    ...headers,
  };
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }>(
    (resolve, reject) => {
      const at = { host: "127.0.0.1", port: server.port, method, path, headers: all };
      const request = http.request(at, (res) => {
        let text = "";
        res.setEncoding("utf8").on("data", (chunk) => {
          text += chunk;
        });
        res.on("end", () => resolve({ status: res.statusCode ?? 0, headers: res.headers, text }));
      });
      request.once("error", reject);
      request.end(body);
    },
  );
}
const statusOf = async (...asked: Parameters<typeof send>) => (await send(...asked)).status;
const DRAFT = "/drafts/jarjestoavustusten-jaottelu";
const API = "/api/drafts/jarjestoavustusten-jaottelu";

describe("a cache", () => {
  it("keeps nothing that a signed-in person saw: pages, data, the API, redirects and refusals", async () => {
    const history = `${DRAFT}/categories/events/history`;
    const data = `${DRAFT}?_data=${encodeURIComponent("routes/drafts.$slug._index")}`;
    for (const path of ["/", DRAFT, data, API, history, "/sessions", "/sign-out", "/nothing-here"]) {
      const { headers } = await send("GET", path, { headers: { Cookie: cookie } });
      expect(headers["cache-control"], path).toBe("private, no-store");
    }
    for (const path of [API, "/invitations/guessed"])
      expect((await send("GET", path)).headers["cache-control"], path).toMatch(/^private, no-/);
  });
});

describe("the nonce", () => {
  it("stands only in attributes of elements, and in no data", async () => {
    const page = await send("GET", DRAFT, { headers: { Cookie: cookie } });
    const nonce = /'nonce-([^']+)'/.exec(String(page.headers["content-security-policy"]))![1]!;
    expect(page.text).toContain(`nonce="${nonce}"`);
    expect(page.text.replaceAll(`nonce="${nonce}"`, "")).not.toContain(nonce);
    const data = await send("GET", "/?_data=root", { headers: { Cookie: cookie } });
    expect(data.text).not.toContain("nonce");
  });
});

describe("files", () => {
  it("of the server, its data and its sources are not served, however they are asked for", async () => {
    const parents = [
      "",
      "/..",
      "/../..",
      "/%2e%2e",
      "/..%2f..",
      "/assets/..%2f..",
      "/assets/%2e%2e/%2e%2e",
      "/..%5c..",
    ];
    const files = [
      ...["/build/server/index.js", "/build/entry/index.js", "/server/index.js", "/entry/index.js", "/stamp"],
      ...["/.data/secrets.json", "/.git/config", "/.env", "/.npmrc", "/.vite/manifest.json", "/package.json"],
      ...["/app/root.tsx", "/node_modules/yjs/package.json", "/tests/run.ts"],
    ];
    for (const file of files)
      for (const parent of parents) {
        const { status, text } = await send("GET", parent + file);
        expect([400, 403, 404], parent + file).toContain(status);
        expect(text).not.toMatch(/"dependencies"|repositoryformatversion|createRequestHandler/);
      }
  });

  it("have no source maps, and name none", async () => {
    const page = await send("GET", "/demo");
    const scripts = [...new Set(page.text.match(/\/assets\/[\w.-]+\.js/g))];
    expect(scripts.length).toBeGreaterThan(3);
    for (const script of scripts) {
      expect(await statusOf("GET", `${script}.map`)).toBe(404);
      expect((await send("GET", script)).text).not.toContain("sourceMappingURL");
    }
  });
});

describe("an address", () => {
  it("that is none is a mistake of who asks, never a failure of ours", async () => {
    for (const path of [
      "/%",
      "/%E0%A4%A",
      "/drafts/%00",
      "/drafts/%E0%A4%A",
      "http://elsewhere.example/",
      "*",
    ])
      expect(await statusOf("GET", path, { headers: { Cookie: cookie } }), path).toBe(400);
    for (const path of ["/__proto__", "/drafts/__proto__", "/tables/constructor", "//elsewhere.example/x"])
      expect(await statusOf("GET", path, { headers: { Cookie: cookie } }), path).toBe(404);
  });

  it("to come back to never leads away, and never breaks the answer's headers", async () => {
    const places = [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "/\tevil",
      "/päätös/漢",
      "/a\r\nX-Evil: 1",
    ];
    for (const to of places) {
      const body = new URLSearchParams({ seat: "liperi", to }).toString();
      const answer = await send("POST", "/demo/sign-in", { body });
      expect([answer.status, answer.headers.location, answer.headers["x-evil"]], to).toEqual([
        302,
        "/",
        undefined,
      ]);
    }
  });
});

describe("a method", () => {
  it("that no page uses is refused, and none can stand for another", async () => {
    for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"])
      for (const path of ["/sign-in", API, "/demo/sign-in"]) {
        const { status, headers } = await send(method, path);
        expect([status, headers.allow], `${method} ${path}`).toEqual([405, "GET, HEAD, POST"]);
        expect(headers["access-control-allow-origin"]).toBeUndefined();
      }
    const override = { "X-HTTP-Method-Override": "POST", "X-Method-Override": "POST" };
    const asked = await send("GET", "/demo/sign-in?_method=POST&seat=liperi", { headers: override });
    expect(asked.headers["set-cookie"]).toBeUndefined();
    expect(await statusOf("POST", API, { body: "", headers: { Cookie: cookie } })).toBe(405);
  });

  it("HEAD answers as GET does, without the page", async () => {
    const asked = await send("HEAD", API, { headers: { Cookie: cookie } });
    expect([asked.status, asked.text]).toEqual([200, ""]);
    expect(await statusOf("HEAD", API)).toBe(401);
    expect(await statusOf("HEAD", DRAFT)).toBe(302);
  });
});

describe("a body", () => {
  it("that is no form, or too much of one, is a mistake of who sends it", async () => {
    const json = { "Content-Type": "application/json" };
    expect(await statusOf("POST", "/theme", { body: '{"theme":"dark"}', headers: json })).toBe(400);
    const broken = { "Content-Type": "multipart/form-data; boundary=x" };
    expect(await statusOf("POST", "/theme", { body: "--x\r\nbroken", headers: broken })).toBe(400);
    const packed = { "Content-Encoding": "nonsense" };
    expect(await statusOf("POST", "/theme", { body: "theme=dark", headers: packed })).toBe(415);
    const many = Array.from({ length: FORM_FIELDS_MAX + 1 }, (_, n) => `f${n}=1`).join("&");
    expect(await statusOf("POST", "/theme", { body: many })).toBe(400);
    const started = performance.now();
    const most = Array.from({ length: 80_000 }, (_, n) => n.toString(36)).join("&");
    expect(await statusOf("POST", "/sign-in", { body: most })).toBe(400);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(await statusOf("POST", "/theme", { body: `theme=${"x".repeat(600_000)}` })).toBe(413);
  });

  it("with the names of an object's insides, or a NUL, is only text", async () => {
    const body = "__proto__=1&constructor=2&toString=3&email=a%00%40example.fi&password=x";
    const answer = await send("POST", "/sign-in?_data=routes%2Fsign-in", { body });
    expect(answer.status).toBe(400);
    const { typed } = JSON.parse(answer.text);
    expect(Object.entries(typed)).toContainEqual(["__proto__", "1"]);
    expect(typed).toMatchObject({ constructor: "2", email: "a@example.fi" });
    expect(typed).not.toHaveProperty("password");
  });
});

describe("the log", () => {
  it("at level info holds no address in full, no cookie, no e-mail and no name", async () => {
    const token = "Abcdefghij0123456789_-klmnopqrstuv";
    await send("GET", `/invitations/${token}`);
    await send("GET", `/INVITATIONS//${token}`);
    await send("GET", `/x/../invitations/${token.toLowerCase()}`);
    await send("GET", "/demo?to=/drafts/salaisuus");
    await send("GET", "/aino.virtanen@example.fi", { headers: { Cookie: cookie } });
    await send("POST", "/sign-in", { body: "email=aino.virtanen%40example.fi&password=salasana-salasana" });
    await send("POST", `/invitations/${token}`, { body: "name=Aino&email=x&password=y" });
    await send("GET", DRAFT, { headers: { Cookie: cookie } });
    const { stdout, stderr } = server.output();
    const lines = stderr.split("\n").filter((line) => line.includes('"request"'));
    expect(lines.some((line) => line.includes(`"path":"${DRAFT}"`))).toBe(true);
    expect(lines.some((line) => line.includes('"path":"/invitations/…"'))).toBe(true);
    const said = (stdout + stderr).toLowerCase();
    for (const secret of [
      token,
      "salaisuus",
      "virtanen",
      "aino",
      "salasana",
      cookie.split("=")[1]!,
      "edustaja",
    ])
      expect(said).not.toContain(secret.toLowerCase());
    expect(said).not.toMatch(/[?&](to|_data|seat)=/);
  });
});
