/** The server that y-websocket brings, on a newer ws than its own. With DATA_DIR it stores into LevelDB, as it offers. */
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { WebSocketServer } from "ws";

// The package starts its store when it is loaded, and says so on stdout.
console.info = () => undefined;
if (process.env.DATA_DIR) process.env.YPERSISTENCE = process.env.DATA_DIR;
const { setupWSConnection } = createRequire(import.meta.url)("y-websocket/bin/utils");

const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
sockets.on("connection", setupWSConnection);
http.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () =>
  process.stdout.write(`listening ${http.address().port}\n`),
);
