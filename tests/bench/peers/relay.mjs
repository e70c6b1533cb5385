/** A bare relay: every message goes to the others on the same address as it is. Knows no Yjs and keeps nothing. */
import { createServer } from "node:http";
import { WebSocketServer } from "ws";

const rooms = new Map();
const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
sockets.on("connection", (socket, { url }) => {
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room.add(socket));
  socket.on("message", (bytes) => {
    for (const other of room) if (other !== socket) other.send(bytes);
  });
  socket.on("close", () => room.delete(socket));
});
http.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () =>
  process.stdout.write(`listening ${http.address().port}\n`),
);
