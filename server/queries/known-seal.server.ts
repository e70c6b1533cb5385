import { SHA256 } from "../../app/domain/decisions/seal-schema";
import type { ApiSeal } from "../../app/protocol/api-decisions";
import type { Services } from "../services";

/** The seal's place and time, or null for one that is not in the register. */
export async function knownSeal({ db }: Pick<Services, "db">, sha256: string): Promise<ApiSeal | null> {
  if (!SHA256.test(sha256)) return null;
  const row = await db
    .selectFrom("seals")
    .select(["place", "kind", "sealed_at"])
    .where("sha256", "=", sha256)
    .executeTakeFirst();
  return row ? { place: row.place, kind: row.kind, sealedAt: row.sealed_at.toISOString() } : null;
}
