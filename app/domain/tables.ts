import { ROLES, type Role } from "./policy";

/** Limits of a table and its parties, in characters. */
export const TABLE_NAME_CHARACTERS_MAX = 200;
export const TABLE_PURPOSE_CHARACTERS_MAX = 2000;
export const PARTY_NAME_CHARACTERS_MAX = 200;
/** It stands on a tag of a card: longer ones would be cut. */
export const PARTY_SHORT_NAME_CHARACTERS_MAX = 24;
export const REGION_NAME_CHARACTERS_MAX = 200;
/** Parties that a new installation may be given at once. */
export const PARTIES_AT_ONCE_MAX = 100;
/** Colours of parties (app/styles/tokens.css). */
export const PARTY_COLORS = 12;
/** Addresses under /tables/ that are pages, not tables. */
export const RESERVED_TABLE_SLUGS = ["new"];

/** A seat as it is asked for: in an invitation, or when a membership is changed. */
export interface SeatTerms {
  role: Role;
  partyId: string | null;
  /** Gives the party's positions (rule P3). */
  speaks: boolean;
  deputy: boolean;
}

/** What is wrong with the terms of a seat, or null. An observer has no voice, and a voice is always some party's. */
export function seatProblem(terms: Pick<SeatTerms, "role" | "partyId" | "speaks">) {
  if (terms.speaks && terms.role === "observer") return "observerSpeaks" as const;
  if (terms.speaks && terms.partyId === null) return "speaksWithoutParty" as const;
  return null;
}

/** The role a form named, or null. */
export function asRole(name: string): Role | null {
  return ROLES.find((role) => role === name) ?? null;
}
