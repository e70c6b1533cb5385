/** A TCP proxy that breaks what passes through it, on command: between a server and its database, or in front of servers. */
import net from "node:net";

export interface Faults {
  /** Added to every piece, each way, and how much it varies either way. Milliseconds. */
  latency: number;
  jitter: number;
  /** Bytes a second, each way of each connection. */
  bandwidth: number;
  /** The largest piece that is passed on at once, in bytes. */
  slice: number;
  /** Nothing passes and nothing is lost, as on a network that swallows packets: no end, no reset. */
  stalled: boolean;
  /** Every connection is reset, and every new one at once. */
  down: boolean;
}

export const CALM: Faults = {
  latency: 0,
  jitter: 0,
  bandwidth: Number.POSITIVE_INFINITY,
  slice: Number.POSITIVE_INFINITY,
  stalled: false,
  down: false,
};

/** Bytes held for one way of one connection before its sender has to wait. */
const HELD_BYTES_MAX = 256 * 1024;

export interface FaultProxy {
  port: number;
  /** Ports on this machine, tried in turn; the first that answers gets the connection. May be changed. */
  targets: number[];
  /** Connections that are open now. */
  readonly connections: number;
  /** Changes these faults, for connections that are open too; the others stay. */
  set(faults: Partial<Faults>): void;
  /** Ends every fault. */
  calm(): void;
  /** Resets the connections that are open (to one target, when it is named); new ones are welcome. */
  reset(target?: number): void;
  /** The connections that are open never carry a byte again and never end by themselves: half-open. */
  abandon(): void;
  close(): Promise<void>;
}

interface Pair {
  inner: net.Socket;
  outer: net.Socket;
  target: number;
  abandoned: boolean;
  wake: (() => void)[];
}

export async function startFaultProxy(
  targets: number[],
  { random = Math.random }: { random?: () => number } = {},
): Promise<FaultProxy> {
  let faults = CALM;
  let turn = 0;
  const pairs = new Set<Pair>();
  const reset = (pair: Pair) => {
    pairs.delete(pair);
    pair.inner.resetAndDestroy();
    pair.outer.resetAndDestroy();
  };

  /** Passes one way on, each piece at its moment. */
  function pass(pair: Pair, from: net.Socket, to: net.Socket): void {
    const queue: { at: number; bytes: Buffer | null }[] = [];
    let held = 0;
    let last = 0;
    let timer: NodeJS.Timeout | undefined;
    /** The other side has to read first. */
    let blocked = false;
    const pump = (): void => {
      clearTimeout(timer);
      while (queue[0] && !blocked && !faults.stalled && !pair.abandoned) {
        const wait = queue[0].at - performance.now();
        if (wait > 0.5) {
          timer = setTimeout(pump, wait);
          return;
        }
        const { bytes } = queue.shift()!;
        held -= bytes?.length ?? 0;
        if (bytes === null) to.end();
        else blocked = !to.write(bytes);
      }
      if (held < HELD_BYTES_MAX && from.isPaused()) from.resume();
    };
    const put = (bytes: Buffer | null) => {
      const delay = faults.latency + (random() * 2 - 1) * faults.jitter;
      last = Math.max(last, performance.now() + delay) + ((bytes?.length ?? 0) / faults.bandwidth) * 1000;
      queue.push({ at: last, bytes });
      held += bytes?.length ?? 0;
    };
    to.on("drain", () => {
      blocked = false;
      pump();
    });
    from.on("data", (bytes: Buffer) => {
      for (let at = 0; at < bytes.length; at += faults.slice) put(bytes.subarray(at, at + faults.slice));
      if (held >= HELD_BYTES_MAX) from.pause();
      pump();
    });
    from.on("end", () => {
      put(null);
      pump();
    });
    from.on("error", () => !pair.abandoned && reset(pair));
    from.on("close", () => {
      clearTimeout(timer);
      if (queue.length === 0 && !pair.abandoned) pairs.delete(pair);
    });
    pair.wake.push(pump);
  }

  async function reach(): Promise<{ outer: net.Socket; target: number } | null> {
    const first = turn++;
    for (let n = 0; n < targets.length; n++) {
      const target = targets[(first + n) % targets.length]!;
      const outer = net.connect({ port: target, host: "127.0.0.1", noDelay: true, allowHalfOpen: true });
      const answered = await new Promise<boolean>((resolve) => {
        outer.once("connect", () => resolve(true));
        outer.once("error", () => resolve(false));
      });
      if (answered) return { outer, target };
    }
    return null;
  }

  const server = net.createServer(
    { noDelay: true, allowHalfOpen: true, pauseOnConnect: true },
    async (inner) => {
      inner.on("error", () => inner.destroy());
      const reached = faults.down ? null : await reach();
      if (!reached || faults.down || inner.destroyed) {
        reached?.outer.resetAndDestroy();
        inner.resetAndDestroy();
        return;
      }
      const pair: Pair = { inner, ...reached, abandoned: false, wake: [] };
      pairs.add(pair);
      pass(pair, inner, pair.outer);
      pass(pair, pair.outer, inner);
      inner.resume();
    },
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    port: (server.address() as net.AddressInfo).port,
    get targets() {
      return targets;
    },
    set targets(ports) {
      targets = ports;
    },
    get connections() {
      return pairs.size;
    },
    set: (changed) => {
      faults = { ...faults, ...changed };
      if (faults.down) for (const pair of pairs) reset(pair);
      for (const pair of pairs) for (const wake of pair.wake) wake();
    },
    calm: () => {
      faults = CALM;
      for (const pair of pairs) for (const wake of pair.wake) wake();
    },
    reset: (target) => {
      for (const pair of pairs) if (target === undefined || pair.target === target) reset(pair);
    },
    abandon: () => {
      for (const pair of pairs) pair.abandoned = true;
    },
    close: async () => {
      for (const pair of pairs) reset(pair);
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
