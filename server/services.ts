/**
 * What server/index.ts builds once and hands to routes as `context.services`. Commands and queries are
 * functions that take it first. Two module graphs (Vite for app/, esbuild for server/) would otherwise
 * make every singleton twice.
 */
import type {} from "@remix-run/node";
import type { Kysely } from "kysely";
import type { Logger } from "pino";
import type { Database } from "../db/schema/tables";
import type { DocumentHub } from "./collab/hub";
import type { Config } from "./config";
import type { Importer } from "./import/importer";
import type { Passwords } from "./passwords.server";
import type { Sessions, Viewer } from "./session.server";

export interface Services {
  db: Kysely<Database>;
  config: Config;
  log: Logger;
  clock: () => Date;
  sessions: Sessions;
  passwords: Passwords;
  documents: DocumentHub;
  /** Reads files of strangers in a thread of its own. */
  importer: Importer;
  /** Opens /setup while nobody has an account; printed at start, null once it is not needed. */
  setupCode: string | null;
}

declare module "@remix-run/node" {
  interface AppLoadContext {
    services: Services;
    /** Of the content-security policy, new for every page. */
    nonce: string;
    /** Who is signed in, read once per request from the session cookie. */
    viewer: Viewer | null;
  }
}
