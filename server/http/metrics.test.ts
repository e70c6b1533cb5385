/**
 * Goal: the metrics are read by whoever has the token, or from this machine itself, and by nobody else.
 * Method: a real HTTP server with the page alone in it; requests with the headers that proxies set.
 */
import http from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, expect, test } from "vitest";
import { createMetrics } from "../metrics";
import { mayReadMetrics, metricsPage } from "./metrics";

const TOKEN = "0123456789abcdef-token";
let server: http.Server | undefined;
afterEach(() => server?.close());

async function serve(metricsToken: string | null, publicOrigin = "http://127.0.0.1:3000") {
  const app = express();
  app.get("/metrics", metricsPage(createMetrics(), { metricsToken, publicOrigin }));
  const listening = http.createServer(app);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const { port } = listening.address() as AddressInfo;
  return (headers: Record<string, string> = {}) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const request = http.request({ host: "127.0.0.1", port, path: "/metrics", headers }, (res) => {
        let text = "";
        res.setEncoding("utf8").on("data", (chunk) => {
          text += chunk;
        });
        res.on("end", () => resolve({ status: res.statusCode ?? 0, text }));
      });
      request.once("error", reject).end();
    });
}

test("without a token: from this machine, and not through a proxy on it or under another name", async () => {
  const ask = await serve(null);
  const read = await ask();
  expect(read.status).toBe(200);
  expect(read.text).toContain("kp_ack_seconds_count 0");
  for (const headers of [
    { "X-Forwarded-For": "203.0.113.7" },
    { Forwarded: "for=203.0.113.7" },
    { Via: "1.1 proxy" },
    { "X-Real-IP": "203.0.113.7" },
    { "X-Forwarded-Proto": "https" },
    { Host: "rebound.example" },
    { Host: "127.0.0.1.example" },
  ] as Record<string, string>[])
    expect([headers, (await ask(headers)).status]).toEqual([headers, 404]);
});

test("without a token: not from elsewhere", () => {
  const from = (remoteAddress: string | undefined) =>
    mayReadMetrics(
      { headers: { host: "127.0.0.1:3000" }, socket: { remoteAddress } as http.IncomingMessage["socket"] },
      { metricsToken: null, publicOrigin: "http://127.0.0.1:3000" },
    );
  expect(["127.0.0.1", "::1", "::ffff:127.0.0.1"].map(from)).toEqual([true, true, true]);
  expect(["10.0.0.5", "::ffff:10.0.0.5", "2001:db8::1", undefined].map(from)).toEqual(Array(4).fill(false));
});

test("without a token: never from a server with a public address, whatever its proxy says", async () => {
  const ask = await serve(null, "https://poyta.example.fi");
  for (const headers of [{}, { Host: "poyta.example.fi" }, { Host: "localhost" }] as Record<string, string>[])
    expect((await ask(headers)).status).toBe(404);
});

test("with a token: by the token only, from anywhere", async () => {
  const ask = await serve(TOKEN);
  expect((await ask({ Authorization: `Bearer ${TOKEN}` })).status).toBe(200);
  expect((await ask({ Authorization: `Bearer ${TOKEN}`, "X-Forwarded-For": "203.0.113.7" })).status).toBe(
    200,
  );
  expect((await ask()).status).toBe(404);
  for (const wrong of ["Bearer", `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, TOKEN, `Basic ${TOKEN}`])
    expect([wrong, (await ask({ Authorization: wrong })).status]).toEqual([wrong, 404]);
});
