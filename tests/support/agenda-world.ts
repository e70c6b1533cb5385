/** The table of the position world with a meeting that is being prepared. */
import { randomUUID } from "node:crypto";
import type { TypedItem, TypedMeeting } from "../../app/domain/meetings/agenda";
import { addAgendaItem, type ItemForm } from "../../server/commands/agenda/change-item.server";
import { createMeeting } from "../../server/commands/agenda/create-meeting.server";
import type { Viewer } from "../../server/session.server";
import { openPositionWorld, type Seat } from "./position-world";
import { addViewer } from "./services";

/** A meeting's facts as its form sends them; they invent what is left out. */
export const facts = (more: Partial<TypedMeeting> = {}): TypedMeeting => ({
  ...{ number: "1", year: "2026", date: "2026-03-20", starts: "13:00", ends: "15:15", place: "Joensuu" },
  ...{ remoteLink: "", isInPerson: false, message: "" },
  ...more,
});

/** An item as its form sends it. */
export const itemWords = (more: Partial<TypedItem & { draft: string; key: string }> = {}): ItemForm => ({
  ...{ kind: "ordinary", title: "Jaottelu", titleSv: "", titleEn: "", presenter: "", proposal: "" },
  ...{ proposalSv: "", proposalEn: "", draft: "", key: randomUUID() },
  ...more,
});

export async function agendaWorld() {
  const world = await openPositionWorld();
  let number = 0;
  const newMeeting = async (
    more: Partial<TypedMeeting> = {},
    at: { slug: string; secretary: Viewer } = { ...world.table, secretary: world.seats.secretary },
  ): Promise<string> => {
    number += 1;
    const given = facts({ number: String(number), ...more });
    const outcome = await createMeeting(world.services, at.secretary, at.slug, given);
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.slug;
  };
  return {
    ...world,
    newMeeting,
    /** Adds an item and answers its id. */
    added: async (slug: string, more: Parameters<typeof itemWords>[0] = {}, seat: Seat = "secretary") => {
      const outcome = await addAgendaItem(world.services, world.seats[seat], slug, itemWords(more));
      if (!outcome.ok) throw new Error(outcome.error);
      return outcome.item;
    },
    row: (slug: string) =>
      world.db.selectFrom("meetings").selectAll().where("slug", "=", slug).executeTakeFirstOrThrow(),
    /** As the meeting's own commands leave it: open, with this item before it. */
    handle: async (slug: string, itemId: string) => {
      const { id } = await world.db
        .updateTable("meetings")
        .set({ state: "open", current_item_id: itemId, opened_at: world.services.clock() })
        .where("slug", "=", slug)
        .returning("id")
        .executeTakeFirstOrThrow();
      await world.db
        .insertInto("meeting_events")
        .values({
          ...{ meeting_id: id, kind: "itemOpened", at: world.services.clock(), item_id: itemId },
          ...{ detail: "{}", recorded_by: world.seats.chair.personId, key: randomUUID() },
        })
        .execute();
    },
    /** Another table of the region, with a secretary who sits nowhere else; `alsoFrom` seats somebody of the first one there too. */
    tableBeside: async () => {
      const { id, slug } = await world.db
        .insertInto("tables")
        .values({
          ...{ region_id: world.table.regionId, slug: `vieressa-${randomUUID()}`, kind: "cooperationGroup" },
          ...{ name: JSON.stringify({ fi: "Toinen pöytä" }), purpose: JSON.stringify({ fi: "" }) },
          background: "[]",
        })
        .returning(["id", "slug"])
        .executeTakeFirstOrThrow();
      const seat = async (viewer: Viewer): Promise<Viewer> => {
        await world.db
          .insertInto("memberships")
          .values({
            ...{ person_id: viewer.personId, table_id: id, role: "secretary", speaks: false },
            starts_at: new Date(0),
          })
          .execute();
        return viewer;
      };
      const secretary = await seat(await addViewer(world, null));
      const alsoFrom = (name: Seat) => seat(world.seats[name]);
      return { id, slug, secretary, alsoFrom };
    },
    end: (slug: string) =>
      world.db
        .updateTable("meetings")
        .set({ state: "closed", current_item_id: null, closed_at: world.services.clock() })
        .where("slug", "=", slug)
        .execute(),
  };
}
export type AgendaWorld = Awaited<ReturnType<typeof agendaWorld>>;
