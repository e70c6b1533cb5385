import http from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "../support/server";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
}, 180_000);
afterAll(() => server.close());

interface Asked {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A request with exactly these headers: fetch would add its own Host, Origin and Sec-Fetch-Site. */
const ask = ({ method = "GET", path = "/demo", headers = {}, body }: Asked) =>
  new Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port: server.port, method, path, headers }, (res) => {
      let text = "";
      res.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      res.on("end", () => resolve({ status: res.statusCode ?? 0, headers: res.headers, text }));
    });
    request.once("error", reject);
    request.end(body);
  });

const form = (fields: Record<string, string>, headers: Record<string, string> = {}): Asked => {
  const body = new URLSearchParams(fields).toString();
  return {
    method: "POST",
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      "Content-Length": String(Buffer.byteLength(body)),
      ...headers,
    },
    body,
  };
};

describe("every page", () => {
  test("carries the security headers", async () => {
    const { headers } = await ask({});
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["strict-transport-security"]).toBeUndefined();
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["cache-control"]).toBe("private, no-cache");
  });

  test("allows scripts and style elements by a nonce that is new each time", async () => {
    const nonceOf = (policy: string) => /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1];
    const [one, two] = [await ask({}), await ask({})];
    const policy = String(one.headers["content-security-policy"]);
    const nonce = nonceOf(policy);
    expect(nonce).toBeTruthy();
    expect(nonceOf(String(two.headers["content-security-policy"]))).not.toBe(nonce);
    const scripts = [...one.text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(0);
    for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`);
    for (const part of [
      `style-src 'self' 'nonce-${nonce}'`,
      "style-src-attr 'unsafe-inline'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
      `ws://127.0.0.1:${server.port}`,
    ])
      expect(policy).toContain(part);
    expect(policy).not.toContain("unsafe-eval");
  });
});

describe("built files", () => {
  test("are compressed, kept for a year under a hashed name, and have no source maps", async () => {
    const page = await ask({});
    const asset = /"(\/assets\/entry\.client-[^"]+\.js)"/.exec(page.text)?.[1] ?? "";
    const { status, headers } = await ask({ path: asset, headers: { "Accept-Encoding": "br, gzip" } });
    expect(status).toBe(200);
    expect(headers["content-encoding"]).toBe("br");
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect((await ask({ path: `${asset}.map` })).status).toBe(404);
    expect((await ask({ path: "/.vite/manifest.json" })).status).toBe(404);
    expect((await ask({ path: "/favicon.svg" })).status).toBe(200);
  });
});

describe("a write", () => {
  const allowed = () => ({ Origin: server.origin });

  test("from our own page is taken, on every name of loopback", async () => {
    const seat = { ...form({ seat: "liperi" }, allowed()), path: "/demo/sign-in" };
    const answer = await ask(seat);
    expect(answer.status).toBe(302);
    expect(String(answer.headers["set-cookie"])).toMatch(/HttpOnly.*SameSite=Lax/);
    const local = `localhost:${server.port}`;
    const other = {
      ...form({ seat: "liperi" }, { Host: local, Origin: `http://${local}` }),
      path: "/demo/sign-in",
    };
    expect((await ask(other)).status).toBe(302);
  });

  test.each([
    ["another site's", { Origin: "https://elsewhere.example" }],
    ["no page's (null)", { Origin: "null" }],
    ["another port's", { Origin: "http://127.0.0.1:1" }],
    ["nobody's", {}],
    ["a cross-site browser's without Origin", { "Sec-Fetch-Site": "cross-site" }],
    ["a sister site's without Origin", { "Sec-Fetch-Site": "same-site" }],
  ] as [string, Record<string, string>][])(
    "from %s page is refused before anything happens",
    async (_whose, headers) => {
      const answer = await ask({ ...form({ seat: "liperi" }, headers), path: "/demo/sign-in" });
      expect(answer.status).toBe(403);
      expect(answer.headers["set-cookie"]).toBeUndefined();
    },
  );

  test("with the browser's word and no Origin is taken", async () => {
    const answer = await ask({
      ...form({ seat: "liperi" }, { "Sec-Fetch-Site": "same-origin" }),
      path: "/demo/sign-in",
    });
    expect(answer.status).toBe(302);
  });

  test("of any other method is checked too", async () => {
    for (const method of ["PUT", "DELETE", "PATCH"])
      expect((await ask({ method, headers: { Origin: "https://elsewhere.example" } })).status).toBe(403);
  });

  test("that is too large is refused", async () => {
    const answer = await ask({ ...form({ seat: "x".repeat(600_000) }, allowed()), path: "/demo/sign-in" });
    expect(answer.status).toBe(413);
  });

  test("never happens on GET", async () => {
    const answer = await ask({ path: "/demo/sign-in?seat=liperi" });
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });
});

describe("a foreign Host", () => {
  test("reaches nothing but the health checks", async () => {
    const headers = { Host: "rebound.example" };
    expect((await ask({ headers })).status).toBe(421);
    expect((await ask({ path: "/favicon.svg", headers })).status).toBe(421);
    expect((await ask({ path: "/healthz", headers })).status).toBe(200);
    expect((await ask({ path: "/readyz", headers })).status).toBe(200);
  });

  test("named by a forwarding header changes nothing", async () => {
    const answer = await ask({ headers: { "X-Forwarded-Host": "rebound.example" } });
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain("rebound.example");
  });
});

describe("guessing a password", () => {
  const attempt = (email: string) =>
    ask({ ...form({ email, password: "arvaus-arvaus" }, { Origin: server.origin }), path: "/sign-in" });

  test("is slowed down after five tries for one e-mail, with a time to come back", async () => {
    for (let n = 0; n < 5; n++) expect((await attempt("arvattu@example.fi")).status).toBe(400);
    const refused = await attempt(" Arvattu@example.fi ");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect((await attempt("toinen@example.fi")).status).toBe(400);
  });
});
