import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { bounceScope } from "./bounces-page.server";

/** The viewer's own account. */
export async function accountPage(services: Services, viewer: Viewer) {
  const [person, pending, bounces] = await Promise.all([
    services.db
      .selectFrom("persons")
      .select(["name", "email", "password_hash"])
      .where("id", "=", viewer.personId)
      .executeTakeFirstOrThrow(),
    services.db
      .selectFrom("email_changes")
      .select(["email", "expires_at"])
      .where("person_id", "=", viewer.personId)
      .where("used_at", "is", null)
      .where("expires_at", ">", services.clock())
      .orderBy("created_at", "desc")
      .limit(1)
      .executeTakeFirst(),
    bounceScope(services, viewer),
  ]);
  return {
    name: person.name,
    email: person.email,
    language: viewer.language,
    /** A seat of the demo has no password, and its name is everybody's who sits there. */
    isDemoSeat: viewer.demoSeat !== null,
    hasPassword: person.password_hash !== null,
    /** A new address that waits for its link to be used. */
    pending: pending ? { email: pending.email, until: pending.expires_at.toISOString() } : null,
    maySeeBounces: bounces !== null,
  };
}
