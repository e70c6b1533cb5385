/** One server of a simulated run: the real engine with a network, a bus and a disk of the simulation's own. */
import pino from "pino";
import type { JoinAnswer, ServerEvents, UpdateAnswer, UpdatesMessage } from "../../app/protocol/collab";
import { NO_METRICS } from "../../server/collab/collab-metrics";
import { createEngine, type Engine, type EngineOptions } from "../../server/collab/engine";
import { DEFAULT_GATEWAY_LIMITS } from "../../server/collab/limits";
import type { Event } from "../../server/collab/messages";
import type { NodeMessage } from "../../server/collab/nodes/node-bus";
import { RateLimit } from "../../server/collab/rate-limit";
import type { SeatSocket, SocketData, Wire } from "../../server/collab/wire";
import type { Broken } from "../support/checker";
import type { Disk } from "./disk";

/** The browser's end of a connection. */
export interface Peer {
  hear(event: keyof ServerEvents, message: unknown): void;
  lost(): void;
}

/** The server's end of a connection. */
export class SimSocket implements SeatSocket {
  connected = true;
  readonly data: SocketData;

  constructor(
    readonly id: string,
    personId: string,
    readonly node: SimNode,
    private readonly peer: Peer,
  ) {
    const viewer = {
      ...{ personId, name: personId, language: "fi" as const, isAdministrator: false, demoSeat: null },
      ...{ sessionHash: `session of ${personId}`, provenAt: new Date() },
    };
    const { signalsPerSecond, signalsBurst } = DEFAULT_GATEWAY_LIMITS;
    this.data = {
      viewer,
      refusals: [],
      signals: new RateLimit(signalsPerSecond, signalsBurst),
      joining: new Set(),
    };
  }

  emit(event: keyof ServerEvents, ...message: unknown[]): void {
    if (this.connected && this.node.alive) this.peer.hear(event, message[0]);
  }

  disconnect(): void {
    this.end();
    this.peer.lost();
  }

  /** The connection is gone, as the server sees it. */
  end(): void {
    if (!this.connected) return;
    this.connected = false;
    this.node.forget(this);
  }
}

export interface NodeDeps {
  disk: Disk;
  /** To the other nodes. */
  tell: (from: SimNode, message: NodeMessage) => void;
  broken: (broken: Broken) => void;
  /** What a broken engine does differently. */
  sabotage?: Pick<Partial<EngineOptions>, "openRoom"> & {
    log?: (real: EngineOptions["updateLog"], node: SimNode) => EngineOptions["updateLog"];
  };
}

const LEASE_KEY = new Uint8Array(32).fill(7);
const PARTY = { id: "party", shortName: "party", color: 0 };
const silent = pino({ level: "silent" });

export class SimNode {
  alive = true;
  readonly engine: Engine;
  private readonly sockets = new Set<SimSocket>();
  private readonly channels = new Map<string, Set<SimSocket>>();
  private listener: (message: NodeMessage) => void = () => undefined;

  constructor(
    readonly name: string,
    private readonly deps: NodeDeps,
  ) {
    const { disk, tell, sabotage } = deps;
    const real = disk.mount(() => this.alive);
    this.engine = createEngine({
      updateLog: sabotage?.log?.(real, this) ?? real,
      access: { rights: async (seats) => seats.map(() => ({ access: "edit", party: PARTY })) },
      wire: this.wire(),
      bus: {
        node: name,
        tell: (message) => {
          if (this.alive) tell(this, message);
        },
        listen: (listener) => {
          this.listener = listener;
        },
        close: async () => undefined,
      },
      leaseKey: LEASE_KEY,
      shared: true,
      log: silent,
      metrics: NO_METRICS,
      limits: DEFAULT_GATEWAY_LIMITS,
      ...(sabotage?.openRoom && { openRoom: sabotage.openRoom }),
      committed: () => undefined,
      sessions: { alive: async (hashes) => new Set(hashes) },
      sockets: () => this.sockets,
    });
  }

  hear(message: NodeMessage): void {
    if (this.alive) this.listener(message);
  }

  connect(socket: SimSocket): void {
    this.sockets.add(socket);
  }

  forget(socket: SimSocket): void {
    this.sockets.delete(socket);
    for (const channel of this.channels.values()) channel.delete(socket);
    if (this.alive) this.engine.disconnected(socket.id);
  }

  /** Answers one message, and looks whether the answer is true. */
  async receive(socket: SimSocket, event: Event, message: unknown): Promise<unknown> {
    if (!this.alive) return new Promise(() => undefined);
    const answer = await this.engine.receive(socket, event, message);
    if (!this.alive) return new Promise(() => undefined);
    if (event === "document:update") this.judge(message as { updateId: string }, answer as UpdateAnswer);
    if (event === "document:join") this.judgeJoin(answer as JoinAnswer);
    return answer;
  }

  /** Its memory is gone; what it asked of the disk may still happen. */
  crash(): void {
    this.alive = false;
    for (const socket of this.sockets) socket.disconnect();
    void this.engine.close(); // only so that its timers end: nothing that it does reaches anyone
  }

  /** Stops in order. */
  async stop(): Promise<void> {
    await this.engine.close();
    this.crash();
  }

  private wire(): Wire {
    return {
      enter: (socket, documentId) => {
        const channel = this.channels.get(documentId) ?? new Set();
        this.channels.set(documentId, channel.add(socket as SimSocket));
      },
      exit: (socket, documentId) => void this.channels.get(documentId)?.delete(socket as SimSocket),
      broadcast: (documentId, event, message, except) => {
        if (event === "document:updates") this.judgeRelay(message as UpdatesMessage);
        for (const socket of this.channels.get(documentId) ?? [])
          if (socket.id !== except) socket.emit(event, message);
      },
    };
  }

  /** Only what is in the log, at its own number, may be told. */
  private judgeRelay({ seq, updates }: UpdatesMessage): void {
    if (!this.alive) return;
    updates.forEach((bytes, n) => {
      const row = this.deps.disk.rows[seq + n - 1];
      if (!row || Buffer.compare(row.bytes, bytes) !== 0)
        this.deps.broken({
          promise: "told is kept",
          what: `${this.name} told ${seq + n}, which is not in the log`,
        });
    });
  }

  private judge({ updateId }: { updateId: string }, answer: UpdateAnswer): void {
    if (!answer.ok || this.deps.disk.seqOfUpdate(updateId) === answer.seq) return;
    const what = `${this.name} acknowledged ${updateId} as ${answer.seq}, which is not in the log`;
    this.deps.broken({ promise: "the answer is true", what });
  }

  private judgeJoin(answer: JoinAnswer): void {
    if (answer.ok && answer.seq > this.deps.disk.seq)
      this.deps.broken({ promise: "told is kept", what: `${this.name} is at ${answer.seq}, before the log` });
  }
}
