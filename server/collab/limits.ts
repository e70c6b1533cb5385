/** Caps and rates of live editing: safe defaults that a town hall behind one address can live with. */
export interface GatewayLimits {
  /** Sockets one person may hold open. */
  connectionsPerPerson: number;
  /** Updates a second from one socket, and how many at once. */
  updatesPerSecond: number;
  updatesBurst: number;
  /** Joins, leaves and presence a second from one socket, and how many at once. */
  signalsPerSecond: number;
  signalsBurst: number;
  /** Milliseconds after the last seat left until a room is unloaded. */
  roomIdle: number;
  /**
   * Milliseconds between checks that each seat's rights still stand: a membership also ends by the calendar, and then
   * nobody tells. Three questions to the database a round.
   */
  accessCheck: number;
  /** Milliseconds between checks that each socket's session still stands. */
  sessionCheck: number;
  /** Milliseconds of presence changes told as one. */
  presenceCoalesce: number;
  /** Milliseconds after a commit until changes are derived. */
  deriveDelay: number;
}

export const DEFAULT_GATEWAY_LIMITS: GatewayLimits = {
  connectionsPerPerson: 30,
  updatesPerSecond: 60,
  updatesBurst: 240,
  signalsPerSecond: 40,
  signalsBurst: 200,
  roomIdle: 30_000,
  accessCheck: 1_500,
  sessionCheck: 30_000,
  presenceCoalesce: 50,
  deriveDelay: 1000,
};
