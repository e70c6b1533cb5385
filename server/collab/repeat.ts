/**
 * Runs the round again and again, one at a time. A round that fails (the database is away) changes nothing, and the
 * next one comes. The answer stops it, and resolves when the round that runs is over: the database may be closed after it.
 */
export function repeat(
  milliseconds: number,
  round: () => Promise<void>,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= round()
      .catch(failed)
      .finally(() => {
        running = null;
      });
  }, milliseconds);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
