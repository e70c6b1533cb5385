/** The structured log. What it must never hold, it cannot be given: errors are cut to what names no person. */
import pino, { type DestinationStream, type Logger } from "pino";

/**
 * Of an error its type, words, code and stack. A database's error also carries `detail` ("Key
 * (email)=(…) already exists", or the whole row), and others carry requests with their cookies: those stay out.
 */
function writtenError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, cause } = error as Error & { code?: unknown };
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(typeof code === "string" && { code }),
    ...(cause instanceof Error && { cause: writtenError(cause) }),
  };
}

/** Writes lines of JSON to the stream, from this level up. */
export function createLog(level: string, stream: DestinationStream): Logger {
  return pino({ level, base: null, serializers: { err: writtenError } }, stream);
}
