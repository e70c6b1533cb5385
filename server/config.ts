/** Configuration from the environment, read once. README.md has the table. */
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
  dataDir: string;
  demo: boolean;
  logLevel: string;
  /** Express "trust proxy": number of hops. */
  trustProxy: number;
  sessionIdleDays: number;
  sessionAbsoluteDays: number;
}
