/** y-socket.io with its defaults. With DATA_DIR it stores into LevelDB, as it offers. */
import { createServer } from "node:http";
import { Server } from "socket.io";
import { YSocketIO } from "y-socket.io/dist/server";

const http = createServer();
const io = new Server(http);
new YSocketIO(io, process.env.DATA_DIR ? { levelPersistenceDir: process.env.DATA_DIR } : {}).initialize();
http.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () =>
  process.stdout.write(`listening ${http.address().port}\n`),
);
