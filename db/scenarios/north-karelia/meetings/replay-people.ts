/**
 * Who was in the meeting of 20.5.2022, as its public memo names them. They are participants of a replayed meeting and nothing else: none
 * of them is a user, an author, or the giver of a position.
 */
import type { AttendanceList, ParticipantRole } from "../../../../app/domain/meetings/meeting";

export interface ReplayPerson {
  name: string;
  title: string;
  /** A party's slug. */
  party: string | null;
  list: AttendanceList;
  role: ParticipantRole;
  /** Finnish times of the memo; who has none was there from the start to the end. */
  moves?: { kind: "arrived" | "left"; time: string }[];
}

const member = (
  name: string,
  title: string,
  party: string,
  more: Partial<ReplayPerson> = {},
): ReplayPerson => ({ name, title, party, list: "member", role: "member", ...more });
const other = (name: string, title: string, more: Partial<ReplayPerson> = {}): ReplayPerson => ({
  ...{ name, title, party: null, list: "other", role: "other" },
  ...more,
});

/** In the order of the memo. The parties of Mannelin and Lehikoinen stand in the list of the sub-group, not in the memo. */
export const PEOPLE: readonly ReplayPerson[] = [
  member("Kari Karjalainen", "kaupunginjohtaja", "joensuu", { role: "chair" }),
  member("Marjut Ahokas", "kunnanjohtaja", "ilomantsi"),
  member("Heikki Hallikainen", "kunnanjohtaja", "polvijarvi"),
  member("Hannele Mikkanen", "kunnanjohtaja", "liperi", { role: "viceChair" }),
  member("Jarkko Määttänen", "kaupunginjohtaja", "lieksa"),
  member("Pekka Hirvonen", "kaupunginjohtaja", "kitee"),
  member("Päivi Lintumäki", "hallinto- ja talousjohtaja", "outokumpu"),
  member("Mikko Löppönen", "vt. kunnanjohtaja", "tohmajarvi", {
    moves: [
      { kind: "left", time: "13.40" },
      { kind: "arrived", time: "14.19" },
    ],
  }),
  member("Maarika Kasonen", "kunnanjohtaja", "heinavesi"),
  member("Esko Rautiainen", "kunnanjohtaja", "raakkyla", { moves: [{ kind: "left", time: "14.30" }] }),
  member("Jari Tuononen", "kunnanjohtaja", "kontiolahti"),
  other("Markus Hirvonen", "maakuntajohtaja", { moves: [{ kind: "arrived", time: "14.22" }] }),
  other("Jari Aho", "hallintopäällikkö", { role: "secretary" }),
  other("Eeva-Maria Varpenius", "neuvottelupäällikkö"),
  other("Heli Aalto", "kehittämisjohtaja", { role: "presenter" }),
  other("Maarita Mannelin", "kumppanuuspäällikkö", { party: "region", role: "presenter" }),
  other("Heini Lehikoinen", "hyvinvointikoordinaattori", {
    ...{ party: "joensuu", moves: [{ kind: "left", time: "14.38" }] },
  }),
];
