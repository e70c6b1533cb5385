/**
 * Goal: connections go to the servers in turn, to another when one is gone, and end when it ends.
 * Method: small TCP servers that say their name.
 */
import net from "node:net";
import { afterEach, expect, test } from "vitest";
import { startTcpProxy, type TcpProxy } from "../support/tcp-proxy";

const servers: net.Server[] = [];
let proxy: TcpProxy;
afterEach(async () => {
  await proxy.close();
  for (const server of servers.splice(0)) server.close();
});

async function named(name: string): Promise<{ port: number; stop(): Promise<void> }> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy()).write(name);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(server);
  return {
    port: (server.address() as net.AddressInfo).port,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Connects and reads the name; null when the connection ends without one. */
function ask(): Promise<{ name: string | null; ended: Promise<void> }> {
  return new Promise((resolve) => {
    const socket = net.connect(proxy.port, "127.0.0.1");
    const ended = new Promise<void>((end) => socket.once("close", () => end()));
    socket.on("error", () => socket.destroy());
    socket.once("data", (data) => resolve({ name: String(data), ended }));
    socket.once("close", () => resolve({ name: null, ended }));
  });
}

test("in turn, to another when one is gone, to none when all are", async () => {
  const [a, b] = [await named("a"), await named("b")];
  proxy = await startTcpProxy();
  expect((await ask()).name).toBeNull();
  proxy.use([a.port, b.port]);
  const asked = [await ask(), await ask(), await ask(), await ask()];
  expect(asked.map(({ name }) => name)).toEqual(["a", "b", "a", "b"]);
  await a.stop();
  await asked[0]!.ended;
  expect([await ask(), await ask(), await ask()].map(({ name }) => name)).toEqual(["b", "b", "b"]);
  await b.stop();
  expect((await ask()).name).toBeNull();
});
