/** A line of minutes in words: the same sentence in a page, in a file and in the text that people polish. */
import type { TFunction } from "i18next";
import { SHORT_HASH_CHARACTERS } from "../../app/domain/decisions/decision";
import { inLanguage, type Language } from "../../app/domain/languages";
import { meetingNumber } from "../../app/domain/meetings/meeting";
import type { MinutesLine, NamedPerson } from "../../app/domain/minutes/lines";
import type { Move } from "../../app/domain/minutes/moves";
import type { NextMeeting } from "../../app/domain/minutes/record";
import { changeSentence } from "../../app/messages/change-sentences";
import { formatDate, formatList, formatTime } from "../../app/ui/format";

export interface Wording {
  t: TFunction;
  language: Language;
}

/** The line's own sentences, each a paragraph; empty for a line that is only a heading or a rich text. */
export function sentencesOf(line: MinutesLine, { t, language }: Wording): string[] {
  const day = (iso: string) => formatDate(iso, language);
  switch (line.kind) {
    case "source":
      return [t("minutes.text.source", { source: line.source })];
    case "body":
      return [inLanguage(line.table, language)];
    case "time": {
      const start = formatTime(line.startsAt, language);
      const times = line.endsAt ? `${start}–${formatTime(line.endsAt, language)}` : `${start}–`;
      return [t("minutes.text.time", { date: day(line.startsAt), times })];
    }
    case "place": {
      const mode = line.mode === "given" ? "" : t(`minutes.text.mode.${line.mode}`);
      return [t("minutes.text.place", { place: [line.place, mode].filter(Boolean).join(", ") })];
    }
    case "attendee":
      return [attendee(line.person, line.moves, { t, language })];
    case "absent":
      return [t("minutes.text.absent", { names: formatList(line.persons.map(nameWithParty), language) })];
    case "attachment":
      return [t("minutes.text.attachment", { number: line.number, title: line.title })];
    case "presenter":
      return [t("minutes.text.presenter", { name: line.presenter })];
    case "proposal":
      return inLanguage(line.proposal, language).split(/\n+/).filter(Boolean);
    case "move":
      return [moveInItem(line.person, line.move, { t, language })];
    case "change":
      return [changeSentence(t, language, line.change, line.wish ?? undefined)];
    case "decision":
      return decision(line, { t, language });
    case "outcome": {
      const body = [line.body, line.on && day(line.on)].filter(Boolean).join(", ");
      const sentence = t(`minutes.text.outcome.${line.outcome}`, { body, text: line.text });
      const needsText = line.outcome === "decided" || line.outcome === "reminder";
      return [sentence, ...(line.text && !needsText ? [line.text] : [])];
    }
    case "action": {
      const facts = [
        line.body && t("minutes.text.actionBy", { body: line.body }),
        line.due && t("minutes.text.actionDue", { date: day(line.due) }),
      ].filter(Boolean);
      return [
        t("minutes.text.action", { text: line.text, facts: facts.length ? ` (${facts.join(", ")})` : "" }),
      ];
    }
    case "nextMeeting":
      return [t("minutes.text.next", { when: nextMeeting(line.meeting, { t, language }) })];
    case "closed":
      return [t("minutes.text.closed", { time: formatTime(line.at, language) })];
    case "attestation":
      return [
        line.chair && t("minutes.text.signer.chair", { name: line.chair }),
        line.secretary && t("minutes.text.signer.secretary", { name: line.secretary }),
      ].filter((one): one is string => Boolean(one));
    default:
      return [];
  }
}

/** The title of the record: "Muistio 8/2022". */
export function minutesTitle(line: Extract<MinutesLine, { kind: "title" }>, { t }: Wording): string {
  const title = t(`minutes.text.title.${line.recordKind}`, { number: meetingNumber(line) });
  return line.isExample ? `${title} (${t("minutes.text.example")})` : title;
}

const nameWithParty = ({ name, party }: NamedPerson) =>
  party && !name.includes(party.genitive) ? `${name} (${party.shortName})` : name;

function attendee(person: NamedPerson, moves: readonly Move[], { t, language }: Wording): string {
  const { name, title, party, role, substitutes } = person;
  const isSeat = party && name.includes(party.genitive);
  const facts = [
    title,
    party && !isSeat ? inLanguage(party.name, language) : "",
    role === "chair" || role === "viceChair" || role === "secretary" ? t(`minutes.text.role.${role}`) : "",
    substitutes ? t("minutes.text.substitutes", { name: substitutes }) : "",
    ...moves.map((move) => moveInList(move, { t, language })),
  ].filter(Boolean);
  return [name, ...facts].join(", ");
}

function moveInList(move: Move, { t, language }: Wording): string {
  const time = (at: string) => formatTime(at, language);
  if (move.kind === "away") return t("minutes.text.list.away", { from: time(move.from), to: time(move.to) });
  return move.kind === "recused" ? "" : t(`minutes.text.list.${move.kind}`, { time: time(move.at) });
}

function moveInItem(person: NamedPerson, move: Move, { t, language }: Wording): string {
  const time = (at: string) => formatTime(at, language);
  const who = nameWithParty(person);
  if (move.kind === "away")
    return t("minutes.text.move.away", { who, from: time(move.from), to: time(move.to) });
  if (move.kind === "recused") return t("minutes.text.move.recused", { who });
  return t(`minutes.text.move.${move.kind}`, { who, time: time(move.at) });
}

function decision({ decision: one }: Extract<MinutesLine, { kind: "decision" }>, { t, language }: Wording) {
  const bound = { number: one.versionNumber, hash: one.versionSha256.slice(0, SHORT_HASH_CHARACTERS) };
  const isSilent = one.outcome === "unanimous";
  const position = ({ party, value, reason }: (typeof one.positions)[number]) => {
    const words = value ? t(`positions.values.${value}`) : t("minutes.text.silent");
    return `${inLanguage(party.name, language)}: ${reason ? `${words}. ${reason}` : words}`;
  };
  return [
    t("minutes.text.decision", { text: one.text }),
    t(`minutes.text.verdict.${one.outcome}`),
    t("minutes.text.bound", bound),
    ...(isSilent ? [] : one.positions.map(position)),
    ...one.statements.map(({ party, kind, text }) =>
      t(`minutes.text.statement.${kind}`, { party: inLanguage(party.name, language), text }),
    ),
  ];
}

function nextMeeting({ startsAt, endsAt, place, isInPerson }: NextMeeting, { t, language }: Wording): string {
  const times = endsAt
    ? `${formatTime(startsAt, language)}–${formatTime(endsAt, language)}`
    : formatTime(startsAt, language);
  const facts = [place, isInPerson && t("minutes.text.mode.inPerson")].filter(Boolean);
  return [t("minutes.text.nextAt", { date: formatDate(startsAt, language), times }), ...facts].join(", ");
}
