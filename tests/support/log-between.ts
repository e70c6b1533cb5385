/** A log in front of another one, for tests that interrupt it. */
import type { UpdateLog } from "../../server/collab/log/update-log";

/**
 * Every operation goes through `before`, which may wait or throw, and then to the real log.
 * `instead` replaces operations.
 */
export function logBetween(
  real: UpdateLog,
  before: (operation: keyof UpdateLog) => void | Promise<void>,
  instead: Partial<UpdateLog> = {},
): UpdateLog {
  const log = {
    get: (_: object, operation: keyof UpdateLog) =>
      instead[operation] ??
      (async (...args: unknown[]) => {
        await before(operation);
        return (real[operation] as (...given: unknown[]) => unknown)(...args);
      }),
  };
  return new Proxy({}, log as ProxyHandler<object>) as UpdateLog;
}
