/** A version's number from an address: a whole number from 1 to 999999, or null. */
export function parseVersionNumber(text: string | null | undefined): number | null {
  return text && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
