/**
 * Slow readers. Socket.IO has no bound on what waits for a browser that does not read: 4,000 messages of 64 KB to a
 * paused one were 260 MB, and it counted as connected. A reader over the bound is cut off and comes back with the
 * sequence number it had (promise I16). The only file that looks into Engine.IO's and the WebSocket's queues.
 */
import type { GatewayLimits } from "./limits";

/** Anything above this counts as waiting. Bytes. */
const CONSIDERABLE = 64 * 1024;
const LOOK_EVERY = 250;

/** What is looked at of a Socket.IO socket; anything may be missing on another transport or version. */
interface Reader {
  id: string;
  conn: {
    writeBuffer?: { data?: unknown }[];
    transport?: { socket?: { bufferedAmount?: number; terminate?: () => void } };
    close(discard?: boolean): unknown;
  };
}

/** Bytes that wait for this reader in our memory. */
export function waitingBytes({ conn }: Reader): number {
  const queued = (conn.writeBuffer ?? []).reduce((sum, { data }) => sum + lengthOf(data), 0);
  return queued + (conn.transport?.socket?.bufferedAmount ?? 0);
}

function lengthOf(data: unknown): number {
  if (typeof data === "string") return data.length;
  return data instanceof Uint8Array ? data.byteLength : 0;
}

type Limits = Pick<GatewayLimits, "backlogBytes" | "backlogMilliseconds" | "backlogBytesTotal">;

/** Looks at the readers from time to time and cuts off those over a bound. The answer stops it. */
export function watchBacklog(
  readers: () => Iterable<unknown>,
  limits: Limits,
  cut: (readerId: string, bytes: number) => void,
): () => void {
  /** Since when something considerable has waited for a reader. */
  const since = new Map<string, number>();

  function look(): void {
    const now = Date.now();
    const slow = [...(readers() as Iterable<Reader>)]
      .map((reader) => ({ reader, bytes: waitingBytes(reader) }))
      .filter(({ bytes }) => bytes > CONSIDERABLE)
      .sort((a, b) => b.bytes - a.bytes);
    const ids = new Set(slow.map(({ reader }) => reader.id));
    for (const id of since.keys()) if (!ids.has(id)) since.delete(id);
    let total = slow.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { reader, bytes } of slow) {
      const began = since.get(reader.id) ?? now;
      since.set(reader.id, began);
      const over = bytes > limits.backlogBytes || now - began > limits.backlogMilliseconds;
      if (!over && total <= limits.backlogBytesTotal) continue;
      total -= bytes;
      since.delete(reader.id);
      cut(reader.id, bytes);
      end(reader);
    }
  }
  const timer = setInterval(look, LOOK_EVERY);
  timer.unref();
  return () => clearInterval(timer);
}

/** Ends the connection and frees what waits: a polite close would wait behind it. */
function end({ conn }: Reader): void {
  const socket = conn.transport?.socket;
  if (socket?.terminate) socket.terminate();
  else conn.close(true);
}
