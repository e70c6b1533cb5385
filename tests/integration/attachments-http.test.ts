/**
 * Goal: the one address that takes files: what is no PDF or too large is refused by name, nobody signed out gets a
 * large body read, and a file that is not sent is its own people's alone (rule R2) and always only saved.
 * Method: the built server with the demo and its example round; forms with files over real HTTP.
 */
import http from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ATTACHMENT_BYTES_MAX } from "../../app/domain/statements/attachments";
import { paths } from "../../app/paths";
import { DEMO_ROUND } from "../../db/scenarios/north-karelia/round";
import { UPLOAD_BYTES_MAX } from "../../server/http/app";
import { type RunningServer, startServer } from "../support/server";

const PARTY = "kitee";
const ADDRESS = paths.attachments(DEMO_ROUND, PARTY);
const MB = 1024 * 1024;

let server: RunningServer;
const cookies = new Map<string, string>();
beforeAll(async () => {
  server = await startServer();
  for (const seat of [PARTY, "lieksa", "sihteeri"]) {
    const answer = await post("/demo/sign-in", new URLSearchParams({ seat }));
    cookies.set(seat, answer.headers.getSetCookie()[0]?.split(";")[0] ?? "");
  }
}, 180_000);
afterAll(() => server.close());

const cookieOf = (seat: string | null) => (seat ? { Cookie: cookies.get(seat) ?? "" } : undefined);
const get = (path: string, seat: string) =>
  fetch(server.origin + path, { headers: { ...cookieOf(seat) }, redirect: "manual" });
const post = (path: string, body: URLSearchParams | FormData, seat: string | null = null) =>
  fetch(server.origin + path, {
    ...{ method: "POST", body, redirect: "manual" },
    headers: { Origin: server.origin, ...cookieOf(seat) },
  });

/** A PDF of so many bytes. */
function pdf(bytes = 100): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(bytes).fill(10);
  file.set(new TextEncoder().encode("%PDF-1.7\n"));
  return file;
}
function attach(bytes: Uint8Array<ArrayBuffer>, seat: string | null = PARTY, name = "Päätös.pdf") {
  const form = new FormData();
  form.append("file", new File([bytes], name, { type: "application/pdf" }));
  return post(`${ADDRESS}?index`, form, seat);
}
/** The address of the attachment on the party's own page, or null. */
async function attached(): Promise<string | null> {
  const text = await (await get(ADDRESS, PARTY)).text();
  return new RegExp(`${ADDRESS}/[0-9a-f-]{36}`).exec(text)?.[0] ?? null;
}

/** Says how large a body would come, and sends none of it: what answers has read nothing. */
function announce(bytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...{ Origin: server.origin, "Content-Type": "multipart/form-data; boundary=x" },
      "Content-Length": String(bytes),
    };
    const to = { host: "127.0.0.1", port: server.port, method: "POST", path: `${ADDRESS}?index`, headers };
    const request = http.request(to, (res) => {
      resolve(res.statusCode ?? 0);
      request.destroy();
    });
    request.once("error", reject);
    request.flushHeaders();
  });
}

describe("a file that is refused", () => {
  it("is told so by name: no PDF whatever it is called, none at all, larger than 10 MB", async () => {
    const html = new TextEncoder().encode("<html><script>alert(1)</script></html>");
    for (const [bytes, words] of [
      [html, "Tiedosto ei ole PDF. Liitettä ei lisätty."],
      [new Uint8Array(), "Valitse tiedosto."],
      [pdf(ATTACHMENT_BYTES_MAX + 1), "Tiedosto on liian suuri. Enintään 10 megatavua. Liitettä ei lisätty."],
    ] as const) {
      const answer = await attach(bytes);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain(words);
    }
    expect(await attached()).toBeNull();
  });
  it("is not kept above the absolute limit", async () => {
    expect((await attach(pdf(UPLOAD_BYTES_MAX + 1))).status).toBe(413);
    expect(await attached()).toBeNull();
  });
  it("of somebody who is signed out is not read, and a small one is not taken", async () => {
    expect(await announce(ATTACHMENT_BYTES_MAX)).toBe(413);
    expect((await attach(pdf(), null)).status).toBe(401);
    expect(await attached()).toBeNull();
  });
  it("R2 by somebody who does not sit for the party is not taken", async () => {
    for (const seat of ["lieksa", "sihteeri"]) expect((await attach(pdf(), seat)).status).toBe(403);
    expect(await attached()).toBeNull();
  });
  it("anywhere else is as small as any form", async () => {
    const form = new FormData();
    form.append("file", new File([pdf(MB)], "x.pdf"));
    expect((await post(paths.statement(DEMO_ROUND, PARTY), form, PARTY)).status).toBe(413);
  });
});

describe("a file that is taken", () => {
  it("R2 is its own people's alone until it is sent, and always only saved", async () => {
    const file = pdf(3 * MB);
    expect((await attach(file)).status).toBe(302);
    const address = await attached();
    const own = await get(address ?? "", PARTY);
    expect(own.status).toBe(200);
    expect(own.headers.get("content-type")).toBe("application/pdf");
    expect(own.headers.get("content-disposition")).toBe(
      `attachment; filename="P__t_s.pdf"; filename*=UTF-8''P%C3%A4%C3%A4t%C3%B6s.pdf`,
    );
    expect(own.headers.get("x-content-type-options")).toBe("nosniff");
    expect(own.headers.get("cache-control")).toBe("private, no-store");
    expect(Buffer.from(await own.arrayBuffer()).equals(file)).toBe(true);
    for (const seat of ["lieksa", "sihteeri"])
      for (const path of [address ?? "", ADDRESS]) expect((await get(path, seat)).status, seat).toBe(404);
    expect((await fetch(server.origin + address, { redirect: "manual" })).status).toBe(302);
  });
});
