import { meetingNumber } from "../../app/domain/meetings/meeting";
import type { ApiMeeting, ApiMeetingDecisions } from "../../app/protocol/api-meetings";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { decisionCards } from "./decision-cards.server";
import { agendaItems } from "./meeting-item.server";
import { meetingPage } from "./meeting-page.server";
import { readableMeeting } from "./readable-meeting.server";

/** A meeting for programs. 404 for one that the viewer may not read. */
export async function apiMeeting(services: Services, viewer: Viewer, slug: string): Promise<ApiMeeting> {
  const { meeting, items, people, nextMeetings, minutes } = await meetingPage(services, viewer, slug);
  return {
    ...{ slug: meeting.slug, number: meetingNumber(meeting), table: meeting.table, state: meeting.state },
    ...{ recordKind: meeting.recordKind, startsAt: meeting.startsAt, endsAt: meeting.endsAt },
    ...{ openedAt: meeting.openedAt, closedAt: meeting.closedAt, place: meeting.place },
    ...{ isInPerson: meeting.isInPerson, isExample: meeting.isExample, source: meeting.source },
    quorum: meeting.quorum,
    currentItem: items.find(({ state }) => state === "current")?.number ?? null,
    agenda: items.map(({ id, number, kind, title, state }) => ({ id, number, kind, title, state })),
    attendance: people.map(({ name, title, party, list, role, intervals }) => ({
      ...{ name, title, party: party?.shortName ?? null, list, role, present: intervals },
    })),
    nextMeetings: nextMeetings.map(({ slug: next, startsAt, endsAt }) => ({ slug: next, startsAt, endsAt })),
    minutes: minutes.state,
  };
}

/** What was put to the parties in a meeting, in the order of the agenda, as this reader may see it. */
export async function apiMeetingDecisions(
  services: Services,
  viewer: Viewer,
  slug: string,
): Promise<ApiMeetingDecisions> {
  const { meeting } = await readableMeeting(services, viewer, slug);
  const items = await agendaItems(services, meeting.id);
  const cards = await Promise.all(items.map(({ id }) => decisionCards(services, viewer, { itemId: id })));
  return {
    decisions: cards.flat().map((card) => ({
      ...{ id: card.id, state: card.state, text: card.text, draft: card.draft.slug, version: card.version },
      verdict: card.verdict.kind,
      positions: card.answers.map(({ party, value, hasAnswered, reason, how }) => ({
        ...{ party: party.shortName, value, hasAnswered, reason, how },
      })),
      statements: card.statements.map(({ party, kind, text }) => ({ party, kind, text })),
      decision: card.stated && {
        ...{ id: card.stated.decisionId, number: meetingNumber(card.stated) },
        ...{ outcome: card.stated.outcome, seal: card.stated.seal },
      },
      isExample: card.isExample,
    })),
  };
}
