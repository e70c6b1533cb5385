/** Caps and rates of live editing: safe defaults that a town hall behind one address can live with. */
export interface GatewayLimits {
  /** Sockets one person may hold open. */
  connectionsPerPerson: number;
  /** Updates a second from one person to one document, and how many at once. */
  updatesPerSecond: number;
  updatesBurst: number;
  /** Bytes a second from one person to one document, and how many at once: room for one day offline. */
  bytesPerSecond: number;
  bytesBurst: number;
  /** Joins, leaves and presence a second from one socket, and how many at once. */
  signalsPerSecond: number;
  signalsBurst: number;
  /** Milliseconds after the last seat left until a room is unloaded. */
  roomIdle: number;
  /** Milliseconds between looks into the log for what other servers wrote (promise I8). */
  healEvery: number;
  /**
   * Milliseconds between checks that each seat's rights and session still stand: a membership also ends by the
   * calendar, and then nobody tells. A few questions to the database a round, however many seats.
   */
  accessCheck: number;
  /** Milliseconds of presence changes told as one; and in a room with many people. */
  presenceCoalesce: number;
  presenceCoalesceCrowd: number;
  /** Milliseconds after a commit until changes are derived. */
  deriveDelay: number;
  /** Updates since the last snapshot until the next one. */
  snapshotAfter: number;
  /** What may wait for one reader: bytes, and milliseconds with anything considerable waiting. */
  backlogBytes: number;
  backlogMilliseconds: number;
  /** What may wait for all readers together. Bytes. */
  backlogBytesTotal: number;
  /** Browsers of a stopping server come back within so many milliseconds. */
  drainWithin: number;
}

export const DEFAULT_GATEWAY_LIMITS: GatewayLimits = {
  connectionsPerPerson: 30,
  updatesPerSecond: 60,
  updatesBurst: 240,
  bytesPerSecond: 256 * 1024,
  bytesBurst: 5 * 1024 * 1024,
  signalsPerSecond: 40,
  signalsBurst: 200,
  roomIdle: 30_000,
  healEvery: 1_000,
  accessCheck: 1_500,
  presenceCoalesce: 50,
  presenceCoalesceCrowd: 100,
  deriveDelay: 1000,
  snapshotAfter: 200,
  backlogBytes: 4 * 1024 * 1024,
  backlogMilliseconds: 10_000,
  backlogBytesTotal: 128 * 1024 * 1024,
  drainWithin: 2_000,
};
