/**
 * Goal: nobody tries passwords, or makes the server work at them, more often than the limits say.
 * Method: the middleware alone in Express, with a last handler that refuses as a wrong password does.
 */
import http from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, describe, expect, it } from "vitest";
import { LINKS_PER_HOUR_MAX } from "../../app/domain/people";
import { addressKey } from "./client-address";
import { methodCheck, routePathOf } from "./request-target";
import { ATTEMPTS_PER_ACCOUNT_MAX, ATTEMPTS_PER_ADDRESS_MAX, signInLimit } from "./sign-in-limit";

let server: http.Server;
afterEach(() => new Promise((resolve) => server.close(resolve)));

/** Starts the guard; the answer posts a form from an address. */
async function guarded() {
  const app = express().set("trust proxy", 1);
  app.use(methodCheck, express.raw({ type: () => true }), signInLimit());
  app.all("*", (_req, res) => void res.sendStatus(400));
  server = http.createServer(app).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  return (
    path: string,
    { email = "", ip = "192.0.2.1", method = "POST", type = "x-www-form-urlencoded" } = {},
  ) =>
    new Promise<number>((resolve, reject) => {
      const headers = { "Content-Type": `application/${type}`, "X-Forwarded-For": ip };
      const request = http.request({ host: "127.0.0.1", port, path, method, headers }, (res) => {
        res.resume().on("end", () => resolve(res.statusCode ?? 0));
      });
      request.once("error", reject);
      request.end(method === "GET" ? undefined : new URLSearchParams({ email }).toString());
    });
}

describe("the limit", () => {
  it("of one e-mail holds for every way to write the sign-in's address", async () => {
    const post = await guarded();
    const ways = [
      "/sign-in",
      "/sign-in/",
      "/SIGN-IN",
      "/sign%2Din",
      "/x/../sign-in",
      "/x\\..\\sign-in",
      "/sign-in?a=1",
    ];
    const email = "arvattu@example.fi";
    for (let n = 0; n < ATTEMPTS_PER_ACCOUNT_MAX; n++) expect(await post(ways[n]!, { email })).toBe(400);
    for (const way of ways) expect(await post(way, { email }), way).toBe(429);
    expect(await post("/sign-in", { email: "toinen@example.fi" })).toBe(400);
    expect(await post("/sign-in", { email, ip: "192.0.2.2" })).toBe(400);
    expect(await post("/sign-in", { email, type: "json" })).toBe(415);
    expect(await post("/sign-in", { email, method: "PUT" })).toBe(405);
  });

  it(`of links to a new password is ${LINKS_PER_HOUR_MAX} for one e-mail, whoever has it`, async () => {
    const post = await guarded();
    const email = "Arvattu@example.fi";
    for (let n = 0; n < LINKS_PER_HOUR_MAX; n++)
      expect(await post("/forgotten-password", { email })).toBe(400);
    for (const way of ["/forgotten-password", "/Forgotten-Password/"])
      expect(await post(way, { email: email.toLowerCase() }), way).toBe(429);
    expect(await post("/forgotten-password", { email: "toinen@example.fi" })).toBe(400);
    expect(await post("/forgotten-password", { email, ip: "192.0.2.2" })).toBe(400);
    expect(await post("/sign-in", { email })).toBe(400);
  });

  it("of one address counts signing in, set-up, invitations and what changes a password together, and nothing else", async () => {
    const post = await guarded();
    const ways = ["/setup", "/invitations/a", "/Invitations/b", "/sign-in"];
    ways.push("/account", "/forgotten-password", "/new-password/a");
    for (let n = 0; n < ATTEMPTS_PER_ADDRESS_MAX; n++)
      expect(await post(ways[n % ways.length]!, { email: `${n}@example.fi` })).toBe(400);
    for (const way of ways) expect(await post(way), way).toBe(429);
    expect(await post("/setup", { method: "GET" })).toBe(400);
    expect(await post("/tables/new")).toBe(400);
    expect(await post("/setup", { ip: "192.0.2.2" })).toBe(400);
  });
});

describe("an address", () => {
  it("of IPv6 counts for its whole network, however it is written", async () => {
    server = http.createServer();
    const same = [
      "2001:db8::1",
      "2001:db8::ffff:1:2:3",
      "2001:0db8:0:0::9",
      "2001:DB8::5:0:0:1",
      "2001:db8::1%eth0",
    ];
    expect(new Set(same.map(addressKey))).toEqual(new Set(["2001:db8:0:0"]));
    expect(addressKey("2001:db8:0:1::1")).toBe("2001:db8:0:1");
    expect(addressKey("::1")).toBe("0:0:0:0");
    expect(addressKey("::ffff:192.0.2.1")).toBe("192.0.2.1");
    expect(addressKey("192.0.2.1")).toBe("192.0.2.1");
    expect(routePathOf({ originalUrl: "//setup//?x=/sign-in" })).toBe("/setup");
  });
});
