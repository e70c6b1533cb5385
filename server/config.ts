/** Configuration from the environment, read once. README.md has the table. */
import path from "node:path";
import { z } from "zod";
import { StartProblem } from "../db/start-problem";

export interface Config {
  version: string;
  host: string;
  port: number;
  /** Where people reach the product, without a slash at the end. From configuration, never from a Host header. */
  publicOrigin: string;
  /** Origins that may write: publicOrigin, and on loopback its other names. */
  allowedOrigins: string[];
  databaseUrl: string | null;
  migrationDatabaseUrl: string | null;
  /** Where servers on one database tell each other at once; null for one server, or a second of delay. */
  redisUrl: string | null;
  dataDir: string;
  demo: boolean;
  /** A file that tells the demo another time than the machine's; null everywhere else. */
  clockFile: string | null;
  /** The mail server, and the sender that people see; null where no mail goes out. */
  smtpUrl: string | null;
  mailFrom: string | null;
  logLevel: string;
  /** Opens /metrics from elsewhere; null for this machine only. */
  metricsToken: string | null;
  /** Express "trust proxy": number of hops. */
  trustProxy: number;
  sessionIdleDays: number;
  sessionAbsoluteDays: number;
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** An unset variable and an empty one are the same: compose files and CI set empty ones. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((v) => (v === "" ? undefined : v), schema.optional());
const whole = (name: string, min: number, max: number) => {
  const wrong = `${name} must be a whole number from ${min} to ${max}.`;
  return optional(
    z
      .string()
      .regex(/^\d{1,9}$/, wrong)
      .transform(Number)
      .refine((n) => n >= min && n <= max, wrong),
  );
};
/** An address of one of these protocols; the first is named. The value is not shown: it may hold a password. */
const address = (name: string, ...protocols: string[]) =>
  optional(
    z.string().refine((v) => protocols.includes(parseUrl(v)?.protocol ?? ""), {
      message: `${name} must be a ${protocols[0]}// address.`,
    }),
  );
const postgresUrl = (name: string) => address(name, "postgres:", "postgresql:");
const parseUrl = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

/** A token that nobody guesses; shorter ones are refused. Characters. */
const TOKEN_CHARACTERS_MIN = 16;
const TOKEN_WRONG = `METRICS_TOKEN must be at least ${TOKEN_CHARACTERS_MIN} characters without spaces.`;

/** An address, alone or after a name; one line, or it would begin another header. */
const MAIL_FROM = /^(?:[^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;
const MAIL_FROM_WRONG = "MAIL_FROM must be an address like Kumppanuuspöytä <kumppanuus@example.fi>.";

const ORIGIN_WRONG = "PUBLIC_ORIGIN must be an address like https://kumppanuus.example.fi, without a path.";
const ENVIRONMENT = z.object({
  HOST: optional(z.string()),
  PORT: whole("PORT", 0, 65535),
  PUBLIC_ORIGIN: optional(
    z.string().refine((text) => {
      const url = parseUrl(text);
      return url !== null && /^https?:$/.test(url.protocol) && text.replace(/\/$/, "") === url.origin;
    }, ORIGIN_WRONG),
  ),
  DATABASE_URL: postgresUrl("DATABASE_URL"),
  MIGRATION_DATABASE_URL: postgresUrl("MIGRATION_DATABASE_URL"),
  REDIS_URL: address("REDIS_URL", "redis:", "rediss:"),
  DATA_DIR: optional(z.string()),
  DEMO: optional(z.enum(["on", "off"], "DEMO must be on or off.")),
  CLOCK_FILE: optional(z.string()),
  SMTP_URL: address("SMTP_URL", "smtp:", "smtps:"),
  MAIL_FROM: optional(z.string().regex(MAIL_FROM, MAIL_FROM_WRONG)),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(", ")}.`)),
  METRICS_TOKEN: optional(
    z.string().refine((v) => v.length >= TOKEN_CHARACTERS_MIN && /^[!-~]+$/.test(v), TOKEN_WRONG),
  ),
  TRUST_PROXY: whole("TRUST_PROXY", 0, 10),
  SESSION_IDLE_DAYS: whole("SESSION_IDLE_DAYS", 1, 365),
  SESSION_ABSOLUTE_DAYS: whole("SESSION_ABSOLUTE_DAYS", 1, 365),
});

/** Is this an address that only the same machine reaches? */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** A host as it stands in an address. */
const inUrl = (host: string) => (host.includes(":") && !host.startsWith("[") ? `[${host}]` : host);

/** The public origin and its other names. Port 0 means "any": the real one is filled in by `withPort`. */
function origins(host: string, port: number, given: string | undefined) {
  const publicOrigin = given?.replace(/\/$/, "") ?? `http://${inUrl(host)}${port === 80 ? "" : `:${port}`}`;
  const url = parseUrl(publicOrigin);
  const names = url && isLoopback(url.hostname) ? ["127.0.0.1", "localhost", "[::1]"] : [];
  const others = names.map((name) => `${url?.protocol}//${name}${url?.port ? `:${url.port}` : ""}`);
  return { publicOrigin, allowedOrigins: [...new Set([publicOrigin, ...others])] };
}

/** Where the product is: for the default DATA_DIR, and for the version that /healthz tells. */
export interface Home {
  root: string;
  version: string;
}

/**
 * Reads and checks the configuration. Throws a StartProblem with one line a problem.
 * A DATA_DIR that is set is relative to the current folder; the default is `.data` in the product's own folder.
 */
export function loadConfig(env: Record<string, string | undefined>, home: Home): Config {
  const parsed = ENVIRONMENT.safeParse(env);
  if (!parsed.success) throw new StartProblem(parsed.error.issues.map((issue) => issue.message).join("\n"));
  const e = parsed.data;
  const host = e.HOST ?? "127.0.0.1";
  const port = e.PORT ?? 3000;
  const problems: string[] = [];
  if (!isLoopback(host) && !e.PUBLIC_ORIGIN)
    problems.push(`HOST ${host} is reachable from elsewhere: set PUBLIC_ORIGIN to the address people use.`);
  if (!isLoopback(host) && !e.DATABASE_URL && e.DEMO === undefined)
    problems.push(
      `HOST ${host} is reachable from elsewhere and demo seats need no password: set DEMO=off, or DEMO=on if you mean it.`,
    );
  if (e.MIGRATION_DATABASE_URL && !e.DATABASE_URL)
    problems.push("MIGRATION_DATABASE_URL is set without DATABASE_URL.");
  if (e.REDIS_URL && !e.DATABASE_URL)
    problems.push("REDIS_URL is set without DATABASE_URL: the embedded database serves one server only.");
  if (e.SMTP_URL && !e.MAIL_FROM) problems.push("SMTP_URL is set without MAIL_FROM: mail needs a sender.");
  const demo = e.DEMO ? e.DEMO === "on" : !e.DATABASE_URL;
  // Whoever writes the file decides what time decisions and minutes say: never where real people work.
  if (e.CLOCK_FILE && !(demo && isLoopback(host)))
    problems.push(
      "CLOCK_FILE is for trying the demo on one's own machine: it needs DEMO=on and a loopback HOST.",
    );
  const [idle, absolute] = [e.SESSION_IDLE_DAYS ?? 7, e.SESSION_ABSOLUTE_DAYS ?? 30];
  if (idle > absolute) problems.push("SESSION_IDLE_DAYS must not be more than SESSION_ABSOLUTE_DAYS.");
  if (problems.length) throw new StartProblem(problems.join("\n"));
  return {
    version: home.version,
    host,
    port,
    ...origins(host, port, e.PUBLIC_ORIGIN),
    databaseUrl: e.DATABASE_URL ?? null,
    migrationDatabaseUrl: e.MIGRATION_DATABASE_URL ?? null,
    redisUrl: e.REDIS_URL ?? null,
    dataDir: e.DATA_DIR ? path.resolve(e.DATA_DIR) : path.join(home.root, ".data"),
    demo,
    clockFile: e.CLOCK_FILE ? path.resolve(e.CLOCK_FILE) : null,
    smtpUrl: e.SMTP_URL ?? null,
    mailFrom: e.MAIL_FROM ?? null,
    logLevel: e.LOG_LEVEL ?? "warn",
    metricsToken: e.METRICS_TOKEN ?? null,
    trustProxy: e.TRUST_PROXY ?? 0,
    sessionIdleDays: idle,
    sessionAbsoluteDays: absolute,
  };
}

/** The configuration with the port that the system gave for PORT=0. */
export function withPort(config: Config, port: number): Config {
  if (config.port === port) return config;
  const given = config.publicOrigin.endsWith(`:${config.port}`) ? undefined : config.publicOrigin;
  return { ...config, port, ...origins(config.host, port, given) };
}

/** The address that the ready line names. */
export function readyAddress(config: Config): string {
  return `http://${inUrl(config.host)}:${config.port}`;
}
