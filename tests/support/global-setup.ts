/** One real Postgres for a whole test run, with a migrated template that every test database is a copy of. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase, openDriver } from "../../db/client";
import { APP_ROLE, OWNER_ROLE, startEmbedded } from "../../db/embedded";
import { installJobQueue } from "../../db/job-queue";
import { grantAppRole, migrate } from "../../db/migrate";

/** Name of the migrated, empty database that test databases are copied from. */
const TEMPLATE = "template_migrated";

declare module "vitest" {
  export interface ProvidedContext {
    postgres: { superuserUrl: string; ownerUrl: string; appUrl: string; template: string };
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "kp-test-"));
  // Tests of durability start their own database with the real settings; here a power cut may lose everything.
  const settings = { fsync: "off", full_page_writes: "off", max_connections: "200" };
  const postgres = await startEmbedded({ dataDir: path.join(folder, "data"), settings });
  const { superuserUrl, ownerUrl, appUrl } = postgres;
  const superuser = openDriver(superuserUrl, { max: 1 });
  await superuser.unsafe(`create database ${TEMPLATE} owner ${OWNER_ROLE}`);
  await superuser.end();
  const template = new URL(ownerUrl);
  template.pathname = `/${TEMPLATE}`;
  const owner = openDatabase(template.href, { max: 1 });
  await migrate(owner);
  await grantAppRole(owner, APP_ROLE);
  await owner.destroy();
  await installJobQueue(template.href, APP_ROLE);
  project.provide("postgres", { superuserUrl, ownerUrl, appUrl, template: TEMPLATE });
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
    if (postgres.postgresDir.startsWith(folder)) return;
    rmSync(path.dirname(postgres.postgresDir), { recursive: true, force: true });
  };
}
