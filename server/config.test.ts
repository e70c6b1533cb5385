import path from "node:path";
import { describe, expect, test } from "vitest";
import { StartProblem } from "../db/start-problem";
import { loadConfig, readyAddress, withPort } from "./config";

const HOME = { root: "/srv/product", version: "1.2.3" };
const load = (env: Record<string, string>) => loadConfig(env, HOME);
const problem = (env: Record<string, string>) => {
  try {
    load(env);
  } catch (error) {
    if (error instanceof StartProblem) return error.message;
    throw error;
  }
  return null;
};
const URL_WITH_PASSWORD = "postgres://app:hush-hush@db.example.fi/kp";

describe("the configuration", () => {
  test("has defaults for a first start: loopback, port 3000, demo, .data in the product's folder", () => {
    expect(load({})).toMatchObject({
      host: "127.0.0.1",
      port: 3000,
      publicOrigin: "http://127.0.0.1:3000",
      demo: true,
      dataDir: path.join(HOME.root, ".data"),
      databaseUrl: null,
      version: "1.2.3",
    });
  });

  test("takes an empty variable for an unset one", () => {
    expect(load({ PORT: "", DATABASE_URL: "", DEMO: "" })).toMatchObject({ port: 3000, demo: true });
  });

  test("takes Redis beside a database of one's own, and a long token for the metrics", () => {
    expect(load({})).toMatchObject({ redisUrl: null, metricsToken: null });
    const REDIS_URL = "rediss://:hush-hush@cache.example.fi:6380/2";
    const METRICS_TOKEN = "0123456789abcdef";
    expect(load({ DATABASE_URL: URL_WITH_PASSWORD, REDIS_URL, METRICS_TOKEN })).toMatchObject({
      redisUrl: REDIS_URL,
      metricsToken: METRICS_TOKEN,
    });
  });

  test("allows loopback's other names, and only the public origin elsewhere", () => {
    expect(load({ PORT: "3100" }).allowedOrigins.sort()).toEqual([
      "http://127.0.0.1:3100",
      "http://[::1]:3100",
      "http://localhost:3100",
    ]);
    expect(load({ PUBLIC_ORIGIN: "https://kumppanuus.example.fi/" })).toMatchObject({
      publicOrigin: "https://kumppanuus.example.fi",
      allowedOrigins: ["https://kumppanuus.example.fi"],
    });
  });

  test("fills in the port that the system gave", () => {
    const config = withPort(load({ PORT: "0" }), 41234);
    expect(config.publicOrigin).toBe("http://127.0.0.1:41234");
    expect(config.allowedOrigins).toContain("http://localhost:41234");
    expect(readyAddress(config)).toBe("http://127.0.0.1:41234");
    const behindProxy = withPort(load({ PORT: "0", PUBLIC_ORIGIN: "https://kp.example.fi" }), 41234);
    expect(behindProxy.publicOrigin).toBe("https://kp.example.fi");
  });

  test("turns the demo off with a database of one's own, unless it is asked for", () => {
    expect(load({ DATABASE_URL: URL_WITH_PASSWORD }).demo).toBe(false);
    expect(load({ DATABASE_URL: URL_WITH_PASSWORD, DEMO: "on" }).demo).toBe(true);
    expect(load({ DEMO: "off" }).demo).toBe(false);
  });

  test("takes the time from a file in a demo on one's own machine, and nowhere else", () => {
    expect(load({}).clockFile).toBeNull();
    expect(load({ CLOCK_FILE: "/tmp/now" }).clockFile).toBe("/tmp/now");
    expect(problem({ CLOCK_FILE: "/tmp/now", DEMO: "off" })).toMatch(/DEMO=on/);
  });

  test("reaches out from loopback only with a public origin, and with the demo only when asked", () => {
    const PUBLIC_ORIGIN = "https://kp.example.fi";
    expect(problem({ HOST: "0.0.0.0" })).toMatch(/PUBLIC_ORIGIN/);
    expect(problem({ HOST: "0.0.0.0", PUBLIC_ORIGIN })).toMatch(/DEMO=off/);
    expect(problem({ HOST: "0.0.0.0", PUBLIC_ORIGIN, DEMO: "on" })).toBeNull();
    expect(problem({ HOST: "0.0.0.0", PUBLIC_ORIGIN, DEMO: "off" })).toBeNull();
    expect(problem({ HOST: "0.0.0.0", PUBLIC_ORIGIN, DATABASE_URL: URL_WITH_PASSWORD })).toBeNull();
    for (const HOST of ["localhost", "::1", "127.0.0.2"]) expect(problem({ HOST })).toBeNull();
  });

  test.each([
    [{ CLOCK_FILE: "/tmp/now", DATABASE_URL: URL_WITH_PASSWORD }, "CLOCK_FILE"],
    [{ CLOCK_FILE: "/tmp/now", DEMO: "off" }, "CLOCK_FILE"],
    [
      { CLOCK_FILE: "/tmp/now", DEMO: "on", HOST: "0.0.0.0", PUBLIC_ORIGIN: "https://kp.example.fi" },
      "CLOCK_FILE",
    ],
    [{ PORT: "70000" }, "PORT"],
    [{ PORT: "http" }, "PORT"],
    [{ PORT: "-1" }, "PORT"],
    [{ PUBLIC_ORIGIN: "kp.example.fi" }, "PUBLIC_ORIGIN"],
    [{ PUBLIC_ORIGIN: "https://kp.example.fi/polku" }, "PUBLIC_ORIGIN"],
    [{ DATABASE_URL: "mysql://app:hush-hush@db/kp" }, "DATABASE_URL"],
    [{ DATABASE_URL: "hush-hush" }, "DATABASE_URL"],
    [{ MIGRATION_DATABASE_URL: URL_WITH_PASSWORD }, "MIGRATION_DATABASE_URL"],
    [{ SMTP_URL: "http://:hush-hush@mail", MAIL_FROM: "a@example.fi" }, "SMTP_URL"],
    [{ SMTP_URL: "smtp://mail.example.fi" }, "MAIL_FROM"],
    [{ SMTP_URL: "smtp://mail.example.fi", MAIL_FROM: "a@example.fi\r\nBcc: b@example.fi" }, "MAIL_FROM"],
    [{ DATABASE_URL: URL_WITH_PASSWORD, REDIS_URL: "http://:hush-hush@cache" }, "REDIS_URL"],
    [{ DATABASE_URL: URL_WITH_PASSWORD, REDIS_URL: "hush-hush" }, "REDIS_URL"],
    [{ REDIS_URL: "redis://:hush-hush@cache" }, "REDIS_URL"],
    [{ METRICS_TOKEN: "hush-hush" }, "METRICS_TOKEN"],
    [{ METRICS_TOKEN: "hush-hush and more of it" }, "METRICS_TOKEN"],
    [{ DEMO: "yes" }, "DEMO"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
    [{ TRUST_PROXY: "all" }, "TRUST_PROXY"],
    [{ SESSION_IDLE_DAYS: "0" }, "SESSION_IDLE_DAYS"],
    [{ SESSION_IDLE_DAYS: "31" }, "SESSION_IDLE_DAYS"],
  ] as [Record<string, string>, string][])("says in one line what is wrong: %j", (env, name) => {
    const line = problem(env);
    expect(line).toContain(name);
    expect(line?.split("\n")).toHaveLength(1);
    expect(line).not.toContain("hush-hush");
  });
});
