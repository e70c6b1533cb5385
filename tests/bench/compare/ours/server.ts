/** Our live editing as a process of its own: with DATA_DIR on Postgres, without on the log in memory. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pino from "pino";
import { createGateway } from "../../../../server/collab/gateway";
import { durableForm } from "./durable-form";
import { RAISED } from "./limits";
import { memoryForm } from "./memory-form";

const undo: (() => Promise<unknown>)[] = [];
const dataDir = process.env.DATA_DIR;
const form = dataDir ? await durableForm(dataDir, (one) => undo.push(one)) : memoryForm();

const httpServer = createServer();
await new Promise<void>((resolve) => httpServer.listen(Number(process.env.PORT ?? 0), "127.0.0.1", resolve));
const { port } = httpServer.address() as AddressInfo;
const gateway = createGateway({
  ...form,
  config: { allowedOrigins: [`http://127.0.0.1:${port}`] },
  log: pino({ level: "warn" }, pino.destination(2)),
  clock: () => new Date(),
  limits: RAISED,
});
gateway.attach(httpServer);
undo.push(() => gateway.close());

process.on("SIGUSR2", () => {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.stdout.write(`held ${(heapUsed + external) / 1024 / 1024}\n`);
});
process.on("SIGTERM", async () => {
  for (const one of undo.reverse()) await one();
  process.exit(0);
});
process.stdout.write(`listening ${port}\n`);
