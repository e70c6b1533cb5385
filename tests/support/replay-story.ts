/** The meeting of 20.5.2022 lived through the product's own commands, minute by minute as its memo tells it. */
import { randomUUID } from "node:crypto";
import { COMING, ITEMS } from "../../db/scenarios/north-karelia/meetings/replay-items";
import { PEOPLE, type ReplayPerson } from "../../db/scenarios/north-karelia/meetings/replay-people";
import { CHANGES } from "../../db/scenarios/north-karelia/meetings/replay-split";
import { addAgendaItem, changeAgendaItem } from "../../server/commands/agenda/change-item.server";
import { createMeeting } from "../../server/commands/agenda/create-meeting.server";
import { recordWish } from "../../server/commands/split/record-wish.server";
import type { ReplayWorld } from "./replay-world";

export const SLUG = "kuntayhteistyoryhma-8-2022";

const done = <Outcome extends { ok: boolean }>(outcome: Outcome): Outcome & { ok: true } => {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome as Outcome & { ok: true };
};

/** The meeting with the memo's seven items, and the memo's names on its list. */
export async function prepareReplay(world: ReplayWorld): Promise<{ items: string[] }> {
  const secretary = world.viewer("sihteeri");
  const { slug } = done(
    await createMeeting(world.services, secretary, world.group.slug, {
      ...{ number: "8", year: "2022", date: "2022-05-20", starts: "13:00", ends: "15:15", place: "Teams" },
      ...{ remoteLink: "", isInPerson: false, message: "" },
    }),
  );
  if (slug !== SLUG) throw new Error(`the meeting is called ${slug}`);
  for (const [index, item] of ITEMS.entries()) {
    const words = {
      ...{ kind: item.kind, title: item.title.fi, presenter: item.presenter ?? "" },
      ...{ titleSv: item.title.sv ?? "", titleEn: item.title.en ?? "" },
      ...{ proposal: item.proposal?.fi ?? "", proposalSv: "", proposalEn: "" },
      draft: index === 1 ? world.draft : "",
    };
    const there = (await itemsOf(world)).find(({ kind }) => kind === item.kind);
    if (item.kind !== "ordinary" && there)
      done(await changeAgendaItem(world.services, secretary, SLUG, there.id, words));
    else done(await addAgendaItem(world.services, secretary, SLUG, { ...words, key: randomUUID() }));
  }
  await nameParticipants(world);
  return { items: (await itemsOf(world)).map(({ id }) => id) };
}

export const itemsOf = (world: ReplayWorld) =>
  world.db
    .selectFrom("agenda_items as i")
    .innerJoin("meetings as m", "m.id", "i.meeting_id")
    .select(["i.id", "i.kind", "i.title", "i.handling_id as handlingId", "i.meeting_id as meetingId"])
    .where("m.slug", "=", SLUG)
    .where("i.removed_at", "is", null)
    .orderBy("i.position")
    .execute();

export const participantsOf = (world: ReplayWorld) =>
  world.db
    .selectFrom("participants as p")
    .innerJoin("meetings as m", "m.id", "p.meeting_id")
    .leftJoin("parties", "parties.id", "p.party_id")
    .select([
      "p.id",
      "p.name",
      "p.title",
      "p.list",
      "p.role",
      "p.person_id as personId",
      "parties.slug as party",
    ])
    .where("m.slug", "=", SLUG)
    .orderBy("p.position")
    .execute();

/** The seats' people are on the list already; here they get the memo's names and titles. The others are added by the secretary. */
async function nameParticipants(world: ReplayWorld): Promise<void> {
  for (const { name, title, party, list, role } of PEOPLE) {
    const seat = role === "secretary" ? "sihteeri" : list === "member" ? party : null;
    if (seat)
      await world.db
        .updateTable("participants")
        .set({ name, title })
        .where("person_id", "=", world.viewer(seat).personId)
        .execute();
    else
      done(
        await world.send("sihteeri", SLUG, {
          ...{ intent: "add-participant", name, title, list, role },
          // A party that does not sit at the table is nobody's there.
          party: party && party !== "region" ? world.party(party) : "",
        }),
      );
  }
}

/** When each item was opened: invented, since the memo does not say. */
const OPENED = ["13.00", "13.05", "14.10", "14.50", "15.00", "15.05", "15.10"];
const CLOSED = "15.15";
/** When the three changes of item 2 were made: invented as well. */
const CHANGED = ["13.20", "13.25", "13.30"];
const EDITORS = ["liperi", "joensuu", "kontiolahti"];

/** From the opening to the end. */
export async function liveReplay(world: ReplayWorld, items: readonly string[]): Promise<void> {
  const item = (index: number) => items[index] ?? "";
  const handlings = await itemsOf(world);
  const moments: { time: string; deed: () => Promise<unknown> }[] = [];
  const when = (time: string, deed: () => Promise<unknown>) => moments.push({ time, deed });
  const send = async (seat: string, fields: Record<string, string>) =>
    done(await world.send(seat, SLUG, fields));

  when("13.00", () => send("joensuu", { intent: "open" }));
  for (const [index, { kind: _, handling, outcome, actions = [] }] of ITEMS.entries()) {
    const time = OPENED[index] ?? CLOSED;
    if (index > 0)
      when(time, () => send("joensuu", { intent: "move", from: item(index - 1), to: item(index) }));
    when(time, () => world.write("sihteeri", handlings[index]?.handlingId ?? "", handling));
    if (outcome)
      when(time, () =>
        send("sihteeri", {
          ...{ intent: "outcome", item: item(index), outcome: outcome.outcome, body: outcome.body ?? "" },
          ...{
            on: outcome.on ?? "",
            text: outcome.text ?? "",
          },
        }),
      );
    for (const action of actions)
      when(time, () => send("sihteeri", { intent: "action", item: item(index), due: "", ...action }));
  }
  for (const [index, { split, wish }] of CHANGES.entries()) {
    when(CHANGED[index]!, () => world.edit(EDITORS[index]!, split));
    if (wish)
      when(CHANGED[index]!, async () =>
        done(await recordWish(world.services, world.viewer("sihteeri"), { slug: world.draft, ...wish })),
      );
  }
  for (const { day, isInPerson } of COMING)
    when(OPENED[3]!, () =>
      send("sihteeri", {
        ...{ intent: "next-meeting", item: item(3), date: day, starts: "13:00", ends: "15:00" },
        ...(isInPerson ? { isInPerson: "on", place: "Joensuu" } : { place: "" }),
      }),
    );
  const listed = await participantsOf(world);
  for (const person of PEOPLE) {
    const id = listed.find(({ name }) => name === person.name)?.id ?? "";
    for (const { kind, time } of movesOf(person)) when(time, () => world.attend(SLUG, person, id, kind));
  }
  when(CLOSED, () => send("joensuu", { intent: "close" }));
  for (const { time, deed } of moments.sort((a, b) => a.time.localeCompare(b.time))) {
    world.at(time);
    await deed();
  }
}

/** Who has no move was there from the start; whose first move is leaving, too. */
export const movesOf = ({ moves = [] }: ReplayPerson): { kind: "arrived" | "left"; time: string }[] =>
  moves[0]?.kind === "arrived" ? moves : [{ kind: "arrived", time: OPENED[0]! }, ...moves];
