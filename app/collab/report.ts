/** Says on the console what should never happen, for whoever looks into it. */
export function report(what: string, error?: unknown): void {
  // biome-ignore lint/suspicious/noConsole: the one place where live editing writes there
  console.error(`live editing: ${what}`, ...(error === undefined ? [] : [error]));
}
