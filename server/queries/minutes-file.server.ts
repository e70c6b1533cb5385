/** A meeting's minutes to take out: the polished or approved text in Finnish, or what the records tell in any language. */
import { SHORT_HASH_CHARACTERS } from "../../app/domain/decisions/decision";
import { inLanguage, type Language } from "../../app/domain/languages";
import { type MinutesLine, minutesLines } from "../../app/domain/minutes/lines";
import type { MeetingRecord } from "../../app/domain/minutes/record";
import type { TextDocument } from "../../app/domain/text/text";
import { translator } from "../../app/messages/server.server";
import { formatDateTime } from "../../app/ui/format";
import { notFound } from "../authorize.server";
import type { ExportedText } from "../export/exported-text";
import { minutesText } from "../export/minutes-text";
import { minutesTitle, type Wording } from "../export/minutes-words";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { meetingRecord } from "./meeting-record.server";
import { minutesNow } from "./minutes-standing.server";
import { readableMeeting } from "./readable-meeting.server";

export interface MinutesFile {
  exported: ExportedText;
  record: MeetingRecord;
  lines: MinutesLine[];
  slug: string;
}

/** What is taken out of them: all, one item, or what concerns one party. */
export interface Extract {
  item?: string | undefined;
  party?: string | undefined;
}

/** 404 for a meeting that the viewer may not read, and for an extract of what is not in it. */
export async function minutesFile(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  language: Language,
  extract: Extract = {},
): Promise<MinutesFile> {
  const { meeting } = await readableMeeting(services, viewer, slug);
  const record = await meetingRecord(services, meeting);
  const all = minutesLines(record);
  const { t } = translator(language);
  const wording = { t, language };
  const isExtract = Boolean(extract.item || extract.party);
  const lines = isExtract ? extractOf(all, record, extract) : all;
  const minutes = await minutesNow(services, meeting.id);
  const isPolished = minutes !== null && language === "fi" && !isExtract;
  const facts: string[] = [];
  if (minutes && isPolished)
    facts.push(t("minutes.page.text", { hash: minutes.hash.slice(0, SHORT_HASH_CHARACTERS) }));
  if (minutes?.approvedAt && minutes.seal) {
    const seal = { hash: minutes.seal.slice(0, SHORT_HASH_CHARACTERS), number: minutes.version ?? 0 };
    facts.push(t("minutes.page.sealed", seal), formatDateTime(minutes.approvedAt.toISOString(), language));
  }
  if (minutes?.approvedAt && !isPolished) facts.push(t("minutes.text.approvedFinnish"));
  const text: TextDocument = minutes && isPolished ? minutes.text : minutesText(lines, wording);
  return {
    ...{ record, lines, slug: meeting.slug },
    exported: {
      title: titleOf(all, record, extract, wording),
      ...{ language, text, facts, creator: inLanguage(meeting.tableName, language) },
      ...{ suggestions: {}, madeAt: services.clock() },
    },
  };
}

function titleOf(
  all: readonly MinutesLine[],
  record: MeetingRecord,
  extract: Extract,
  wording: Wording,
): string {
  const { t, language } = wording;
  const [first] = all;
  const title = first?.kind === "title" ? minutesTitle(first, wording) : "";
  const name = `${title} · ${inLanguage(record.table.name, language)}`;
  const item = record.items.find(({ id }) => id === extract.item);
  const party = record.participants.find((one) => one.party?.slug === extract.party)?.party;
  const of = item
    ? t("minutes.page.extractItem", { number: item.number, title: inLanguage(item.title, language) })
    : party
      ? t("minutes.page.extractParty", { party: inLanguage(party.name, language) })
      : null;
  return of ? `${name}. ${t("minutes.text.extractOf", { of })}` : name;
}

const ALWAYS: readonly MinutesLine["kind"][] = ["title", "source", "body", "time", "place", "attestation"];

/** Heading and attestation, and the lines of the item; or those that name the party, under the items they belong to. */
function extractOf(
  all: readonly MinutesLine[],
  record: MeetingRecord,
  { item, party }: Extract,
): MinutesLine[] {
  if (item) {
    if (!record.items.some(({ id }) => id === item)) throw notFound();
    return all.filter((line) => ALWAYS.includes(line.kind) || ("itemId" in line && line.itemId === item));
  }
  const named = record.participants.find((one) => one.party?.slug === party)?.party;
  if (!named) throw notFound();
  const concerns = (line: MinutesLine): boolean => {
    switch (line.kind) {
      case "attendee":
      case "move":
        return line.person.party?.slug === party;
      case "change":
        return (
          line.wish !== null && [named.shortName, named.name.fi].some((name) => line.wish?.includes(name))
        );
      case "decision":
        return line.decision.positions.some((one) => one.party.slug === party);
      default:
        return false;
    }
  };
  const items = new Set(all.flatMap((line) => (concerns(line) && "itemId" in line ? [line.itemId] : [])));
  const there = new Set(
    all.flatMap((line) => (line.kind === "attendee" && concerns(line) ? [line.person.id] : [])),
  );
  const lists = new Set(record.participants.flatMap(({ id, list }) => (there.has(id) ? [list] : [])));
  return all.filter(
    (line) =>
      ALWAYS.includes(line.kind) ||
      (line.kind === "attendanceHead" && lists.has(line.list)) ||
      (line.kind === "item" && items.has(line.itemId)) ||
      concerns(line),
  );
}
