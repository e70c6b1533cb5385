/**
 * A proxy in front of several servers: each connection goes to the next one, to another if that one is not there,
 * and nothing is remembered of who asked (no sticky sessions).
 */
import net from "node:net";

export interface TcpProxy {
  port: number;
  origin: string;
  /** From now on new connections go to these ports in turn; those that are open stay where they are. */
  use(ports: number[]): void;
  /** Cuts every connection and listens no more. */
  close(): Promise<void>;
}

/** Listens on loopback; port 0 takes a free one. */
export async function startTcpProxy(port = 0): Promise<TcpProxy> {
  let targets: number[] = [];
  let next = 0;
  const open = new Set<net.Socket>();

  /** Tries each target once, beginning with the one whose turn it is. */
  function connect(client: net.Socket, tries = targets.length): void {
    const target = targets[next++ % Math.max(1, targets.length)];
    if (target === undefined || tries === 0) return void client.destroy();
    const server = net.connect(target, "127.0.0.1");
    server.setNoDelay(true);
    let connected = false;
    server.once("connect", () => {
      connected = true;
      open.add(server);
      client.pipe(server).pipe(client);
    });
    server.on("error", () => {
      if (connected) client.destroy();
      else connect(client, tries - 1);
    });
    server.once("close", () => {
      open.delete(server);
      if (connected) client.destroy();
    });
    client.once("close", () => server.destroy());
  }

  const listener = net.createServer({ noDelay: true }, (client) => {
    open.add(client);
    client.on("error", () => client.destroy());
    client.once("close", () => open.delete(client));
    connect(client);
  });
  await new Promise<void>((resolve, reject) => {
    listener.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const taken = (listener.address() as net.AddressInfo).port;
  return {
    port: taken,
    origin: `http://127.0.0.1:${taken}`,
    use: (ports) => {
      targets = ports;
      next = 0;
    },
    close: () =>
      new Promise((resolve) => {
        listener.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
