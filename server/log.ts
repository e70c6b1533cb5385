/**
 * The structured log. It names nobody: no names, e-mails, addresses, cookies, tokens or texts. Ids of persons and
 * documents may stand in it, so that abuse and failures can be followed up; only who may read the database learns
 * from them who it was. What an error says in passing is cut to what names no person.
 */
import pino, { type DestinationStream, type Logger } from "pino";

/** Our own words and the database's are names of tables and rules; a text of somebody's looks otherwise. */
const PLAIN_NAME = /^"[A-Za-z0-9_.:-]*"$/;
/** Postgres' "data exception": the message quotes the value that was given. */
const QUOTES_VALUES = /^22/;

/** The message without what it quotes of people's data. */
function writtenMessage({ name, message }: Error, code: string): string {
  const quotesValues = QUOTES_VALUES.test(code) || name === "SyntaxError"; // JSON.parse shows the text it read
  return message
    .replace(/"[^"]*"/g, (quoted) => (!quotesValues && PLAIN_NAME.test(quoted) ? quoted : '"…"'))
    .replace(/[^\s"<>]+@[^\s"<>]+/g, "…");
}

/**
 * Of an error its type, words, code and where it came from. A database's error also carries `detail` ("Key
 * (email)=(…) already exists", or the whole row), and others carry requests with their cookies: those stay out.
 */
function writtenError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { cause, stack = "" } = error;
  const given = (error as { code?: unknown }).code;
  const code = typeof given === "string" ? given : "";
  return {
    type: error.name,
    message: writtenMessage(error, code),
    // Without its first lines, which are the message once more.
    stack: stack.split("\n").filter((line) => /^\s+at /.test(line)),
    ...(code && { code }),
    ...(cause instanceof Error && { cause: writtenError(cause) }),
  };
}

/** Writes lines of JSON to the stream, from this level up. */
export function createLog(level: string, stream: DestinationStream): Logger {
  return pino({ level, base: null, serializers: { err: writtenError } }, stream);
}
