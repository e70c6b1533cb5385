/** A table with someone of every kind around it, for tests of rights and settings. */
import type { Role } from "../../app/domain/policy";
import * as settingsRoute from "../../app/routes/tables.$slug.settings";
import type { Services } from "../../server/services";
import type { Viewer } from "../../server/session.server";
import type { TestDatabase } from "./database";
import {
  addPerson,
  addTable,
  fixedClock,
  responseOf,
  routeArgs,
  signedIn,
  sit,
  testServices,
} from "./people";

let number = 0;

/** A table and another one, each with a secretary, and someone of every kind who asks. */
export async function tableWorld(database: TestDatabase) {
  const clock = fixedClock();
  const services = testServices(database.db, { clock });
  const table = await addTable(services, `oikeuspoyta-${++number}`);
  const elsewhere = await addTable(services, `toinen-${number}`);
  const as = async (role: Role, at = table) => {
    const personId = await addPerson(services, { name: role });
    const membership = await sit(services, { personId, tableId: at.id, role });
    return { viewer: await signedIn(services, personId), membership };
  };
  const secretary = await as("secretary");
  const viewers: Record<string, Viewer | null> = {
    none: null,
    "another table": (await as("secretary", elsewhere)).viewer,
    observer: (await as("observer")).viewer,
    member: (await as("member")).viewer,
    secretary: secretary.viewer,
    administrator: await signedIn(services, await addPerson(services, { isAdministrator: true })),
  };
  const post = (viewer: Viewer | null, form: Record<string, string>) =>
    sendSettings(services, table.slug, viewer, form);
  return { clock, services, table, viewers, secretary, post, as };
}

/** Posts one form of a table's settings. */
export const sendSettings = (
  services: Services,
  slug: string,
  viewer: Viewer | null,
  form: Record<string, string>,
) => responseOf(() => settingsRoute.action(routeArgs(services, viewer, { params: { slug }, form })));
