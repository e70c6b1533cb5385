/**
 * Goal: the fault proxy does what its faults say, and nothing else.
 * Method: an echo server behind it; times are measured and bytes compared.
 */
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FaultProxy, startFaultProxy } from "../support/fault-proxy";

let echo: net.Server;
let pieces: number[];
let proxy: FaultProxy;
const sockets: net.Socket[] = [];
const portOf = (server: net.Server) => (server.address() as net.AddressInfo).port;

beforeEach(async () => {
  pieces = [];
  echo = net.createServer({ allowHalfOpen: true }, (socket) => {
    socket.on("error", () => socket.destroy());
    socket.on("data", (bytes) => {
      pieces.push(bytes.length);
      socket.write(bytes);
    });
    socket.on("end", () => socket.end());
  });
  await new Promise<void>((resolve) => echo.listen(0, "127.0.0.1", resolve));
  proxy = await startFaultProxy([portOf(echo)]);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await proxy.close();
  await new Promise((resolve) => echo.close(resolve));
});

interface Client {
  socket: net.Socket;
  got: () => Buffer;
  ended: Promise<"end" | "reset">;
}
async function client(): Promise<Client> {
  const socket = net.connect(proxy.port, "127.0.0.1");
  sockets.push(socket);
  const got: Buffer[] = [];
  socket.on("data", (bytes) => got.push(bytes));
  const ended = new Promise<"end" | "reset">((resolve) => {
    socket.once("end", () => resolve("end"));
    socket.once("error", () => resolve("reset"));
  });
  await Promise.race([ended, new Promise<void>((resolve) => socket.once("connect", resolve))]);
  return { socket, got: () => Buffer.concat(got), ended };
}
/** Writes, and answers how many milliseconds the echo of all of it took. */
async function echoed({ socket, got }: Client, bytes: Buffer): Promise<number> {
  const [before, started] = [got().length, performance.now()];
  socket.write(bytes);
  while (got().length < before + bytes.length) await sleep(1);
  expect(got().subarray(before)).toEqual(bytes);
  return performance.now() - started;
}

describe("the fault proxy", () => {
  it("passes bytes and ends on, whole and in order", async () => {
    const one = await client();
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * 7) % 251));
    await echoed(one, bytes);
    one.socket.end();
    expect(await one.ended).toBe("end");
    await sleep(20);
    expect(proxy.connections).toBe(0);
  });

  it("delays by the latency each way, and no longer than that", async () => {
    const one = await client();
    await echoed(one, Buffer.from("warm"));
    proxy.set({ latency: 60, jitter: 20 });
    const took = await echoed(one, Buffer.from("slow"));
    expect(took).toBeGreaterThan(75);
    expect(took).toBeLessThan(400);
    proxy.calm();
    expect(await echoed(one, Buffer.from("fast"))).toBeLessThan(60);
  });

  it("holds to the bandwidth", async () => {
    const one = await client();
    proxy.set({ bandwidth: 100_000 });
    expect(await echoed(one, Buffer.alloc(20_000, 1))).toBeGreaterThan(180);
  });

  it("slices", async () => {
    const one = await client();
    proxy.set({ slice: 10, latency: 5, bandwidth: 2_000 }); // a piece each 5 ms
    await echoed(one, Buffer.alloc(95, 1));
    expect(pieces.length).toBeGreaterThan(4);
    expect(Math.max(...pieces)).toBeLessThan(60);
    expect(pieces.reduce((a, b) => a + b)).toBe(95);
  });

  it("stalls without an end, and loses nothing", async () => {
    const one = await client();
    proxy.set({ stalled: true });
    one.socket.write("held");
    expect(await Promise.race([one.ended, sleep(150, "open")])).toBe("open");
    expect(one.got().length).toBe(0);
    proxy.calm();
    while (one.got().length < 4) await sleep(1);
    expect(one.got().toString()).toBe("held");
  });

  it("abandons what is open, half-open for ever, and welcomes what is new", async () => {
    const one = await client();
    await echoed(one, Buffer.from("a"));
    proxy.abandon();
    one.socket.write("b");
    expect(await Promise.race([one.ended, sleep(100, "open")])).toBe("open");
    expect(one.got().toString()).toBe("a");
    await echoed(await client(), Buffer.from("new"));
  });

  it("resets what is open, and is down until it is calm", async () => {
    const one = await client();
    await echoed(one, Buffer.from("a"));
    proxy.reset();
    expect(await one.ended).toBe("reset");
    const two = await client();
    await echoed(two, Buffer.from("b"));
    proxy.set({ down: true });
    expect(await two.ended).toBe("reset");
    expect(await (await client()).ended).toBe("reset");
    proxy.calm();
    await echoed(await client(), Buffer.from("c"));
  });

  it("goes to the next target when one does not answer", async () => {
    const closed = net.createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const port = portOf(closed);
    await new Promise((resolve) => closed.close(resolve));
    proxy.targets = [port, portOf(echo)];
    await echoed(await client(), Buffer.from("a"));
    await echoed(await client(), Buffer.from("b"));
  });
});
