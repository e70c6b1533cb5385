import type { Services } from "../services";
import type { Viewer } from "../session.server";

/** The viewer's own sessions, this one first, then the newest. `id` is the hash: it opens nothing. */
export async function sessionsPage(services: Services, viewer: Viewer) {
  const rows = await services.db
    .selectFrom("sessions")
    .select(["id", "device", "created_at", "expires_at", "ends_at"])
    .where("person_id", "=", viewer.personId)
    .where("expires_at", ">", services.clock())
    .orderBy("created_at", "desc")
    .execute();
  const sessions = rows.map((row) => ({
    id: row.id,
    device: row.device,
    isThis: row.id === viewer.sessionHash,
    startedAt: row.created_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
  }));
  return { sessions: sessions.sort((a, b) => Number(b.isThis) - Number(a.isThis)) };
}
