import { notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

/** Ends one of the viewer's own sessions; its sockets close at once. Answers the Set-Cookie that clears the cookie. */
export async function endSession(services: Services, viewer: Viewer, sessionHash: string): Promise<string> {
  const own = await services.db
    .selectFrom("sessions")
    .select("id")
    .where("id", "=", sessionHash)
    .where("person_id", "=", viewer.personId)
    .executeTakeFirst();
  if (!own) throw notFound();
  const clearing = await services.sessions.end(sessionHash);
  services.documents.endSession(sessionHash);
  await recordEnd(services, viewer, 1);
  return clearing;
}

/** Ends every session of the viewer but the one that asks. */
export async function endOtherSessions(services: Services, viewer: Viewer): Promise<void> {
  const others = await services.db
    .selectFrom("sessions")
    .select("id")
    .where("person_id", "=", viewer.personId)
    .where("id", "!=", viewer.sessionHash)
    .execute();
  for (const { id } of others) {
    await services.sessions.end(id);
    services.documents.endSession(id);
  }
  await recordEnd(services, viewer, others.length);
}

async function recordEnd(services: Services, viewer: Viewer, count: number): Promise<void> {
  await recordAudit(services.db, {
    personId: viewer.personId,
    action: "session.ended",
    subjectKind: "person",
    subjectId: viewer.personId,
    detail: { count },
  });
}
