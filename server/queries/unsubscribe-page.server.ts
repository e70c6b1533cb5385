/** Whom a link that stops mail is for. */
import { inLanguage, type Language } from "../../app/domain/languages";
import { readLeaseKey } from "../../db/lease-key";
import { readUnsubscribeToken, type Unsubscribing } from "../mail/unsubscribe-token";
import type { Services } from "../services";

/** Null for a link that was not made here, and for somebody who is gone. */
export async function unsubscribing(services: Services, token: string): Promise<Unsubscribing | null> {
  return readUnsubscribeToken(await readLeaseKey(services.db), token);
}

export async function unsubscribePage(services: Services, token: string, language: Language) {
  const asked = await unsubscribing(services, token);
  if (!asked) return null;
  const person = await services.db
    .selectFrom("persons")
    .select("name")
    .where("id", "=", asked.personId)
    .executeTakeFirst();
  if (!person) return null;
  const table = asked.tableId
    ? await services.db.selectFrom("tables").select("name").where("id", "=", asked.tableId).executeTakeFirst()
    : null;
  return { name: person.name, table: table ? inLanguage(table.name, language) : null };
}
