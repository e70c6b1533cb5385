/** Preparing a meeting: its facts, its agenda and the attachments, as somebody writes them (rules K1–K3). Pure. */
import { isDay } from "../initiatives/road";
import type { Localized } from "../languages";
import { isTimeOfDay } from "../road/road";
import {
  ITEM_KINDS,
  ITEM_PROPOSAL_CHARACTERS_MAX,
  ITEM_TITLE_CHARACTERS_MAX,
  type ItemKind,
  MESSAGE_CHARACTERS_MAX,
  type MeetingState,
  PLACE_CHARACTERS_MAX,
  PRESENTER_CHARACTERS_MAX,
  REMOTE_LINK_CHARACTERS_MAX,
} from "./meeting";

export const MEETING_NUMBER_MAX = 9999;
export const ATTACHMENT_TITLE_CHARACTERS_MAX = 300;
export const ATTACHMENT_NAME_CHARACTERS_MAX = 200;

/** The agenda that a new meeting starts from; the last minutes come between by themselves (rule K4). */
export const STANDARD_KINDS = [
  "opening",
  "comingMeetings",
  "otherMatters",
  "forInformation",
  "closing",
] as const satisfies readonly ItemKind[];

/** Where an item of this kind is put among the others: the standard ones after ordinary ones stay last. */
export const TAIL_KINDS: readonly ItemKind[] = [
  "comingMeetings",
  "otherMatters",
  "forInformation",
  "closing",
];

/** An item's place in the agenda. */
export interface Placed {
  id: string;
  position: number;
  kind: ItemKind;
  removedAt: Date | string | null;
}

/** Rule K1: items in their order, those that were removed left out. Their numbers are 1, 2, 3 … */
export function inOrder<Item extends Placed>(items: readonly Item[]): Item[] {
  return items.filter(({ removedAt }) => removedAt === null).sort((a, b) => a.position - b.position);
}

/** Where a new item of this kind goes, as the index before which it stands. */
export function placeFor(kind: ItemKind, items: readonly Placed[]): number {
  const order = inOrder(items);
  if (kind === "previousMinutes") return order[0]?.kind === "opening" ? 1 : 0;
  const own = TAIL_KINDS.indexOf(kind);
  // A further standard item goes before those that follow it in the standard order; an ordinary one before all of them.
  const before = own < 0 ? TAIL_KINDS : TAIL_KINDS.slice(own + 1);
  let place = order.length;
  while (place > 0 && before.includes(order[place - 1]!.kind)) place--;
  return place;
}

/**
 * The order of ids after one step earlier or later, or null when it cannot move: at an end, or where it or the other has been
 * handled already (rule K1).
 */
export function movedItem(
  items: readonly (Placed & { isHandled: boolean })[],
  id: string,
  isUp: boolean,
): string[] | null {
  const order = inOrder(items);
  const from = order.findIndex((item) => item.id === id);
  const to = isUp ? from - 1 : from + 1;
  const [moving, other] = [order[from], order[to]];
  if (!moving || !other || moving.isHandled || other.isHandled) return null;
  const ids = order.map((item) => item.id);
  [ids[from], ids[to]] = [other.id, moving.id];
  return ids;
}

/** A meeting that nobody has opened a day after its start comes no more. Milliseconds. */
const LATE_MS = 24 * 60 * 60 * 1000;
/** What was to start before this moment, and was not opened, has passed. */
export const lateBefore = (now: Date) => new Date(now.getTime() - LATE_MS);

/** Whether the agenda may still be changed. */
export const isAgendaOpen = (state: MeetingState) => state === "planned" || state === "open";

/** A meeting's facts as they are written; empty for what is not known. */
export interface TypedMeeting {
  number: string;
  year: string;
  date: string;
  starts: string;
  ends: string;
  place: string;
  remoteLink: string;
  isInPerson: boolean;
  message: string;
}
export type MeetingFlaw =
  | { field: "number" | "year"; flaw: "noNumber" }
  | { field: "date"; flaw: "noDay" }
  | { field: "starts" | "ends"; flaw: "noTime" }
  | { field: "ends"; flaw: "sameTime" }
  | { field: "remoteLink"; flaw: "noAddress" }
  | { field: "place"; flaw: "noPlace" }
  | { field: keyof TypedMeeting | keyof TypedItem | "attachmentTitle"; flaw: "long"; max: number };

const MEETING_LIMITS = [
  ["place", PLACE_CHARACTERS_MAX],
  ["remoteLink", REMOTE_LINK_CHARACTERS_MAX],
  ["message", MESSAGE_CHARACTERS_MAX],
] as const;

/** What is wrong with the facts, or null. An end before the start is on the next day: a meeting may go over midnight. */
export function meetingFlaw(typed: TypedMeeting): MeetingFlaw | null {
  if (!isNumber(typed.number, 1, MEETING_NUMBER_MAX)) return { field: "number", flaw: "noNumber" };
  if (!isNumber(typed.year, 1900, 2200)) return { field: "year", flaw: "noNumber" };
  if (!isDay(typed.date)) return { field: "date", flaw: "noDay" };
  if (!isTimeOfDay(typed.starts)) return { field: "starts", flaw: "noTime" };
  if (typed.ends && !isTimeOfDay(typed.ends)) return { field: "ends", flaw: "noTime" };
  if (typed.ends === typed.starts) return { field: "ends", flaw: "sameTime" };
  for (const [field, max] of MEETING_LIMITS)
    if (typed[field].length > max) return { field, flaw: "long", max };
  if (typed.remoteLink && !isWebAddress(typed.remoteLink)) return { field: "remoteLink", flaw: "noAddress" };
  if (typed.isInPerson && !typed.place) return { field: "place", flaw: "noPlace" };
  return null;
}

const isNumber = (text: string, min: number, max: number) =>
  /^\d{1,4}$/.test(text) && Number(text) >= min && Number(text) <= max;

const isWebAddress = (address: string) => /^https?:\/\/[^\s<>"]+$/i.test(address) && URL.canParse(address);

/** An item as it is written. */
export interface TypedItem {
  kind: string;
  title: string;
  titleSv: string;
  titleEn: string;
  presenter: string;
  proposal: string;
  proposalSv: string;
  proposalEn: string;
}
export type ItemFlaw = MeetingFlaw | { field: "title"; flaw: "missing" } | { field: "kind"; flaw: "missing" };

const ITEM_LIMITS = [
  ["title", ITEM_TITLE_CHARACTERS_MAX],
  ["titleSv", ITEM_TITLE_CHARACTERS_MAX],
  ["titleEn", ITEM_TITLE_CHARACTERS_MAX],
  ["presenter", PRESENTER_CHARACTERS_MAX],
  ["proposal", ITEM_PROPOSAL_CHARACTERS_MAX],
  ["proposalSv", ITEM_PROPOSAL_CHARACTERS_MAX],
  ["proposalEn", ITEM_PROPOSAL_CHARACTERS_MAX],
] as const;

export const isItemKind = (kind: string): kind is ItemKind => ITEM_KINDS.includes(kind as ItemKind);

/** What is wrong with an item, or null. An item may be without a proposal. */
export function itemFlaw(typed: TypedItem): ItemFlaw | null {
  if (!isItemKind(typed.kind)) return { field: "kind", flaw: "missing" };
  if (!typed.title) return { field: "title", flaw: "missing" };
  for (const [field, max] of ITEM_LIMITS) if (typed[field].length > max) return { field, flaw: "long", max };
  return null;
}

/** Words in up to three languages, of fields that are empty where there is none. */
export const localized = (fi: string, sv: string, en: string): Localized => ({
  fi,
  ...(sv && { sv }),
  ...(en && { en }),
});

/** Files that may be attached, by their own bytes: the ending and the type that they are served with. */
export const ATTACHMENT_TYPES: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odp: "application/vnd.oasis.opendocument.presentation",
  png: "image/png",
  jpg: "image/jpeg",
};

/** The ending of an attachment's name, which is its kind: names are given by fileName. */
export const endingOf = (name: string): string => name.split(".").at(-1) ?? "";

/** A file's own name without folders and control characters, ending as its kind does. Never empty, never too long. */
export function fileName(given: string, ending: string): string {
  const name = (given.split(/[/\\]/).at(-1) ?? "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be stored
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "")
    .trim()
    .replace(/\.[a-z0-9]{1,5}$/i, "");
  const kept = Array.from(name || "1").slice(0, ATTACHMENT_NAME_CHARACTERS_MAX - ending.length - 1);
  return `${kept.join("")}.${ending}`;
}

/** Rule K3: the number of the next attachment. Numbers run through the meeting, and one that was removed is not given again. */
export const nextAttachmentNumber = (numbers: readonly number[]): number => Math.max(0, ...numbers) + 1;
