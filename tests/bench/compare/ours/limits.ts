/** Caps that the bench raises, because it is faster than any person. Everything else is as in the product. */
import type { GatewayLimits } from "../../../../server/collab/limits";

export const RAISED: Partial<GatewayLimits> = {
  updatesPerSecond: 1e9,
  updatesBurst: 1e9,
  bytesPerSecond: 1e12,
  bytesBurst: 1e12,
  ...(process.env.BENCH_ROOM_IDLE && { roomIdle: Number(process.env.BENCH_ROOM_IDLE) }),
};
