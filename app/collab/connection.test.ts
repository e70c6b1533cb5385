/**
 * Goal: the connection answers or rejects, comes back by itself, and notices a socket that died in its sleep.
 * Method: real Socket.IO on both ends; the server is scripted, the clock jumps.
 */
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server, type Socket } from "socket.io";
import * as parser from "socket.io-msgpack-parser";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { eventually } from "../../tests/support/eventually";
import { Connection } from "./connection";

let http: HttpServer;
let io: Server;
let origin: string;
let sockets: Socket[];
/** What the handshake answers, or null when it lets everyone in. */
let refusal: string | null;
let connection: Connection;

beforeEach(async () => {
  sockets = [];
  refusal = null;
  http = createServer();
  io = new Server(http, { parser });
  io.use((_socket, next) => (refusal ? next(new Error(refusal)) : next()));
  io.on("connection", (socket) => void sockets.push(socket));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(async () => {
  vi.useRealTimers();
  connection.close();
  await io.close();
});

async function connected(): Promise<Connection> {
  connection = new Connection({ origin, cookie: "session=x" });
  await eventually(() => connection.state === "connected", "connected");
  return connection;
}
const question = { documentId: "d", seq: 1, hash: "" };

it("answers questions, and rejects at once when the connection is lost or there is none", async () => {
  await connected();
  sockets[0]!.on("document:verify", (_request, answer) => answer({ ok: true, same: null }));
  expect(await connection.ask("document:verify", question)).toEqual({ ok: true, same: null });
  const unanswered = connection.ask("connection:probe", {});
  sockets[0]!.conn.close();
  await expect(unanswered).rejects.toThrow();
  await expect(connection.ask("document:verify", question)).rejects.toThrow("no connection");
});

it("comes back by itself when the server is about to stop", async () => {
  await connected();
  const { id } = connection;
  sockets[0]!.emit("server:draining", { within: 100 });
  await eventually(() => connection.state === "connected" && connection.id !== id, "another connection");
});

it("comes back by itself when the server closed it on purpose", async () => {
  await connected();
  const { id } = connection;
  sockets[0]!.disconnect(true);
  await eventually(() => connection.state === "connected" && connection.id !== id, "another connection");
});

/** Time passes while the program does not run; less than the heartbeat, of which the client library knows itself. */
function sleep(milliseconds: number): void {
  vi.setSystemTime(Date.now() + milliseconds);
  vi.advanceTimersByTime(5_000);
}

it("replaces a socket that does not answer after sleep, in at most five seconds", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
  await connected();
  const { id } = connection;
  sockets[0]!.on("connection:probe", () => undefined); // dead, and does not know it
  const started = performance.now();
  sleep(30_000);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(connection.id).toBe(id);
  while (connection.id === id || connection.id === null)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(performance.now() - started).toBeLessThan(5_000);
});

it("keeps a socket that does answer", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
  await connected();
  const { id } = connection;
  const probed = new Promise((resolve) =>
    sockets[0]!.on("connection:probe", (_request, answer) => resolve(answer({ ok: true }))),
  );
  sleep(30_000);
  await probed;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(connection.id).toBe(id);
});

it("says that the session ended or the page is old, and tries again when asked", async () => {
  await connected();
  refusal = "session";
  sockets[0]!.emit("session:ended");
  sockets[0]!.disconnect(true);
  await eventually(() => connection.state === "ended", "the end");
  connection.retry();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(connection.state).toBe("ended");
  refusal = null;
  connection.retry();
  await eventually(() => connection.state === "connected", "back");
  refusal = "protocol";
  sockets.at(-1)!.conn.close();
  await eventually(() => connection.state === "outdated", "outdated");
});
