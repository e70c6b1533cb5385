/** Socket.IO's types for our protocol. */
import type { Server, Socket } from "socket.io";
import type { ClientEvents, ServerEvents } from "../../app/protocol/collab";
import type { SocketData } from "./wire";

export type CollabServer = Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>;
export type CollabSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>;
