import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { isChecked, textOf } from "../../form.server";
import { readableMeeting } from "../../queries/readable-meeting.server";
import type { Services } from "../../services";
import { addParticipant } from "./add-participant.server";
import { askForFloor } from "./ask-for-floor.server";
import { closeMeeting } from "./close-meeting.server";
import { endTurn } from "./end-turn.server";
import { giveFloor } from "./give-floor.server";
import type { By } from "./in-meeting.server";
import { leaveSeat } from "./leave-seat.server";
import { moveItem } from "./move-item.server";
import { openMeeting } from "./open-meeting.server";
import { recordAction } from "./record-action.server";
import { recordAttendance } from "./record-attendance.server";
import { recordOutcome } from "./record-outcome.server";
import { recordRecusal } from "./record-recusal.server";
import { reopenMeeting } from "./reopen-meeting.server";
import { setNextMeeting } from "./set-next-meeting.server";
import { takeSeat } from "./take-seat.server";
import { withdrawEvent } from "./withdraw-event.server";
import { withdrawRequest } from "./withdraw-request.server";

/** Every form of a meeting's page names its intent, and each intent is one command. A field that names a row is an id or empty. */
export async function keepMeeting(
  services: Services,
  by: By,
  slug: string,
  form: FormData,
): Promise<Outcome> {
  const field = (name: string) => textOf(form, name);
  const id = (name: string) => (UUID.test(field(name)) ? field(name) : "");
  const key = field("key");
  const turn = { turn: id("turn"), key };
  switch (field("intent")) {
    case "open":
      return openMeeting(services, by, slug, key);
    case "move":
      return moveItem(services, by, slug, { from: id("from"), to: id("to"), key });
    case "close":
      return closeMeeting(services, by, slug, { time: form.has("time") ? field("time") : null, key });
    case "reopen":
      return reopenMeeting(services, by, slug, key);
    case "take-seat":
      return takeSeat(services, by, slug, key);
    case "leave-seat":
      return leaveSeat(services, by, slug, key);
    case "record-attendance": {
      const given = { participant: named(id("participant")), what: field("what"), time: field("time"), key };
      return recordAttendance(services, by, slug, given);
    }
    case "add-participant":
      return addParticipant(services, by, slug, {
        ...{ name: field("name"), title: field("title"), party: id("party"), person: id("person") },
        ...{ substitutes: id("substitutes"), list: field("list"), role: field("role"), key },
      });
    case "recuse":
    case "end-recusal": {
      const given = { participant: named(id("participant")), item: named(id("item")), key };
      return recordRecusal(services, by, slug, { ...given, ends: field("intent") === "end-recusal" });
    }
    case "withdraw-event":
      return withdrawEvent(services, by, slug, { event: named(id("event")), key });
    case "outcome":
      return recordOutcome(services, by, slug, {
        ...{ item: named(id("item")), outcome: field("outcome"), body: field("body"), on: field("on") },
        ...{ text: field("text"), key },
      });
    case "action":
      return recordAction(services, by, slug, {
        ...{ item: named(id("item")), text: field("text"), body: field("body"), due: field("due"), key },
      });
    case "next-meeting":
      return setNextMeeting(services, by, slug, {
        ...{ item: id("item"), date: field("date"), starts: field("starts"), ends: field("ends") },
        ...{ place: field("place"), isInPerson: isChecked(form, "isInPerson"), key },
      });
    case "ask-floor":
      return askForFloor(services, by, slug, { isPointOfOrder: isChecked(form, "pointOfOrder"), key });
    case "withdraw-floor":
      return withdrawRequest(services, by, slug, turn);
    case "give-floor":
      return giveFloor(services, by, slug, turn);
    case "end-floor":
      return endTurn(services, by, slug, turn);
    default:
      await readableMeeting(services, by, slug);
      throw notFound();
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What names no row of any meeting: the command answers 404 after it has looked at the right. */
const NO_ROW = "00000000-0000-4000-8000-000000000000";
const named = (id: string) => id || NO_ROW;
