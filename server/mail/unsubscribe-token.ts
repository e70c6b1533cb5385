/** Links that stop mail: signed with the installation's key, so that none needs a row and none can be guessed. */
import { createHmac, timingSafeEqual } from "node:crypto";

export interface Unsubscribing {
  personId: string;
  /** Null for every table where the person sits. */
  tableId: string | null;
}

const ID_BYTES = 16;
const MAC_BYTES = 16;
const NO_TABLE = "00000000-0000-0000-0000-000000000000";
/** The key signs leases too: what is signed for one purpose is nothing for another. */
const PURPOSE = "unsubscribe\n";

const bytesOf = (uuid: string) => Buffer.from(uuid.replaceAll("-", ""), "hex");
const uuidOf = (bytes: Buffer) =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
const macOf = (key: Uint8Array, ids: Buffer) =>
  createHmac("sha256", key).update(PURPOSE).update(ids).digest().subarray(0, MAC_BYTES);

export function unsubscribeToken(key: Uint8Array, { personId, tableId }: Unsubscribing): string {
  const ids = Buffer.concat([bytesOf(personId), bytesOf(tableId ?? NO_TABLE)]);
  return Buffer.concat([ids, macOf(key, ids)]).toString("base64url");
}

/** Whom and what a token is for; null for one that was not made here. */
export function readUnsubscribeToken(key: Uint8Array, token: string): Unsubscribing | null {
  const bytes = Buffer.from(token.slice(0, 100), "base64url");
  if (bytes.length !== 2 * ID_BYTES + MAC_BYTES) return null;
  const ids = bytes.subarray(0, 2 * ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(2 * ID_BYTES), macOf(key, ids))) return null;
  const tableId = uuidOf(ids.subarray(ID_BYTES));
  return { personId: uuidOf(ids.subarray(0, ID_BYTES)), tableId: tableId === NO_TABLE ? null : tableId };
}
