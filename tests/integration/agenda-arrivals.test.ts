/**
 * Goal: what comes to an agenda (attachments, the last minutes, a round, what all agree on) comes once and whole. Method: commands as
 * every seat on real Postgres and real live documents; rows are looked at, not answers alone.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ATTACHMENT_TITLE_CHARACTERS_MAX } from "../../app/domain/meetings/agenda";
import { ATTACHMENT_BYTES_MAX, ATTACHMENTS_MAX } from "../../app/domain/meetings/meeting";
import { loader as fileLoader } from "../../app/routes/meetings.$slug.attachments.$id";
import { addPreviousMinutes } from "../../server/commands/agenda/add-previous-minutes.server";
import { attachAgendaFile, attachDraft, removeAttachment } from "../../server/commands/agenda/attach.server";
import { removeAgendaItem } from "../../server/commands/agenda/change-item.server";
import { cancelMeeting } from "../../server/commands/agenda/invite.server";
import { addReadyItem, addRoundItem } from "../../server/commands/agenda/one-click-item.server";
import { freezeVersion } from "../../server/commands/drafts/freeze-version.server";
import { agendaPage } from "../../server/queries/agenda-page.server";
import { type AgendaWorld, agendaWorld } from "../support/agenda-world";
import { give, type PositionDraft, type Seat } from "../support/position-world";
import { addRound } from "../support/rounds";
import { statusOf } from "../support/services";

let world: AgendaWorld;
let slug: string;
let draft: PositionDraft;
beforeAll(async () => {
  world = await agendaWorld();
});
afterAll(() => world?.close());
beforeEach(async () => {
  slug = await world.newMeeting();
  draft = await world.newDraft();
});

const freeze = () =>
  freezeVersion(world.services, as("preparer"), draft.slug, { label: "Ensimmäinen", meetingDate: "" });
const as = (seat: Seat) => world.seats[seat];
const items = async (of = slug) => (await agendaPage(world.services, as("observer"), of)).items;
const PDF = new Uint8Array(Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"));
const PNG = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);
const file = (
  item: string,
  more: { name?: string; bytes?: Uint8Array; title?: string } = {},
  seat: Seat = "secretary",
) =>
  attachAgendaFile(world.services, as(seat), slug, {
    ...{ item, title: more.title ?? "" },
    file: { name: more.name ?? "Esitys.pdf", bytes: more.bytes ?? PDF },
  });

describe("K3: attachments", () => {
  test("a frozen version, a live draft and a file are numbered through the meeting; a number is not given again", async () => {
    await freeze();
    const [one, two] = [
      await world.added(slug, { title: "Yksi" }),
      await world.added(slug, { title: "Kaksi" }),
    ];
    const attach = (item: string, version: number | null, title = "") =>
      attachDraft(world.services, as("secretary"), slug, { item, draft: draft.slug, version, title });
    expect(await attach(one, 1)).toEqual({ ok: true, number: 1 });
    expect(await attach(one, 1)).toEqual({ ok: true, number: 1 });
    expect(await attach(two, null, "Jaottelu nyt")).toEqual({ ok: true, number: 2 });
    expect(await file(two, { name: "C:\\Omat\\Esitys.pdf" })).toEqual({ ok: true, number: 3 });
    expect(await attach(one, 9)).toMatchObject({ ok: false, error: "agenda.error.noVersion" });
    const told = (await items()).flatMap(({ attachments }) =>
      attachments.map(({ number, title, kind, version, name }) => [number, title, kind, version, name]),
    );
    expect(told).toEqual([
      [1, expect.stringMatching(/^Jaottelu /), "version", 1, null],
      [2, "Jaottelu nyt", "draft", null, null],
      [3, "Esitys", "file", null, "Esitys.pdf"],
    ]);
    const third = (await items()).flatMap(({ attachments }) => attachments)[2]!;
    await removeAttachment(world.services, as("secretary"), slug, third.id);
    expect(await file(two, { bytes: PNG, name: "kuva.pdf" })).toEqual({ ok: true, number: 4 });
    expect((await items()).flatMap(({ attachments }) => attachments).at(-1)?.name).toBe("kuva.png");
  });

  test("a file is known by its own bytes, and has its limits", async () => {
    const item = await world.added(slug);
    const errorOf = async (given: Parameters<typeof file>[1]) => {
      const outcome = await file(item, given);
      return outcome.ok ? null : outcome.error;
    };
    expect(await errorOf({ bytes: new Uint8Array(Buffer.from("<html><script>")), name: "x.pdf" })).toBe(
      "agenda.error.fileType",
    );
    expect(await errorOf({ bytes: new Uint8Array() })).toBe("agenda.error.fileMissing");
    const large = new Uint8Array(ATTACHMENT_BYTES_MAX + 1);
    large.set(PDF);
    expect(await errorOf({ bytes: large })).toBe("agenda.error.fileLarge");
    expect(await errorOf({ bytes: large.subarray(0, ATTACHMENT_BYTES_MAX) })).toBeNull();
    expect(await errorOf({ title: "x".repeat(ATTACHMENT_TITLE_CHARACTERS_MAX + 1) })).toBe(
      "agenda.error.long",
    );
    expect(await statusOf(file(item, {}, "liperi"))).toBe(403);
  });

  test(`a meeting takes ${ATTACHMENTS_MAX} attachments and no more`, async () => {
    const item = await world.added(slug);
    const rows = Array.from({ length: ATTACHMENTS_MAX }, (_, index) => ({
      ...{ item_id: item, number: index + 1, title: "Liite", kind: "draft" as const, draft_id: draft.id },
      added_by: as("secretary").personId,
    }));
    await world.db.insertInto("agenda_attachments").values(rows).execute();
    expect(await file(item)).toMatchObject({ ok: false, error: "agenda.error.manyAttachments" });
  });

  test("a file is served to be saved, to who may read the meeting, until it is removed", async () => {
    const item = await world.added(slug);
    await file(item);
    const { id } = (await items()).flatMap(({ attachments }) => attachments)[0]!;
    const get = (seat: Seat) =>
      fileLoader({
        ...{ request: new Request("http://127.0.0.1/"), params: { slug, id } },
        context: { services: world.services, viewer: as(seat), nonce: "" },
      });
    const answer = await get("observer");
    expect(answer.headers.get("Content-Type")).toBe("application/pdf");
    expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; /);
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(answer.headers.get("Content-Security-Policy")).toContain("sandbox");
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PDF);
    expect(await statusOf(get("stranger"))).toBe(404);
    await removeAgendaItem(world.services, as("secretary"), slug, item);
    expect(await statusOf(get("observer"))).toBe(404);
  });
});

describe("K4: the last minutes", () => {
  const minutesOn = async (of: string) =>
    (await items(of)).filter(({ kind }) => kind === "previousMinutes").map(({ title }) => title.fi);
  const again = (tableId: string) =>
    world.db
      .transaction()
      .execute((trx) =>
        addPreviousMinutes(trx, world.services.clock(), { tableId, addedBy: as("secretary").personId }),
      );

  test("come to the next agenda after its opening, once, and not again when a person took them off", async () => {
    const beside = await world.tableBeside();
    const meeting = (date: string) => world.newMeeting({ date }, beside);
    await beside.alsoFrom("observer");
    const [first, second] = [await meeting("2026-04-01"), await meeting("2026-05-01")];
    expect(await minutesOn(second)).toEqual([]);
    await world.end(first);
    await again(beside.id);
    await again(beside.id);
    const { number } = await world.row(first);
    expect(await minutesOn(second)).toEqual([`Edellisen kokouksen ${number}/2026 muistio`]);
    const [, item] = await items(second);
    expect(item).toMatchObject({
      number: 2,
      proposal: { fi: `Hyväksytään kokouksen ${number}/2026 muistio.` },
    });
    await removeAgendaItem(world.services, beside.secretary, second, item!.id);
    await again(beside.id);
    expect(await minutesOn(second)).toEqual([]);
  });

  test("come to one that is called afterwards, and go on to the next when that is cancelled", async () => {
    const beside = await world.tableBeside();
    await beside.alsoFrom("observer");
    const first = await world.newMeeting({ date: "2026-04-01" }, beside);
    await world.end(first);
    const second = await world.newMeeting({ date: "2026-05-01" }, beside);
    const third = await world.newMeeting({ date: "2026-06-01" }, beside);
    expect([await minutesOn(second), await minutesOn(third)].map(({ length }) => length)).toEqual([1, 0]);
    await cancelMeeting(world.services, beside.secretary, second);
    expect((await minutesOn(third)).length).toBe(1);
  });
});

describe("K5: in one click", () => {
  test("a round comes with its draft, its version attached and its proposal; twice is once", async () => {
    await freeze();
    const round = await addRound(world.services, {
      ...{ draft, personId: as("secretary").personId },
      table: { id: world.table.id, party: world.party.liperi, otherParty: world.party.kitee },
    });
    const click = (seat: Seat = "secretary") => addRoundItem(world.services, as(seat), slug, round.slug);
    const answers = await Promise.all([click(), click(), click("chair")]);
    expect(new Set(answers.map((one) => one.ok && one.item)).size).toBe(1);
    const [item, ...others] = (await items()).filter(({ kind }) => kind === "ordinary");
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      draft: { slug: draft.slug },
      attachments: [{ kind: "version", version: 1 }],
    });
    expect(item?.proposal.fi).toContain("Käydään läpi lausuntokierros");
    expect(item?.proposal.sv).toContain("Utlåtanderundan");
    expect(await statusOf(click("liperi"))).toBe(403);
  });

  test("what all agree on comes by the server's own count; another group is another item", async () => {
    const click = () => addReadyItem(world.services, as("chair"), slug, draft.slug);
    expect(await click()).toMatchObject({ ok: false, error: "agenda.error.nothingReady" });
    for (const seat of ["liperi", "kitee", "jane"] as const) await give(world, draft, seat);
    await Promise.all([click(), click()]);
    const ready = async () => (await items()).filter(({ title }) => title.fi.endsWith("yksimieliset luokat"));
    expect(await ready()).toHaveLength(1);
    expect((await ready())[0]?.proposal.fi).toBe(
      "Vahvistetaan luokat, joista kaikki osapuolet ovat samaa mieltä: ”Ruoka-apu”.",
    );
    for (const seat of ["liperi", "kitee", "jane"] as const)
      await give(world, draft, seat, { categoryId: "work" });
    await click();
    expect((await ready()).map(({ draft: of }) => of?.slug)).toEqual([draft.slug, draft.slug]);
    expect(await statusOf(addReadyItem(world.services, as("liperi"), slug, draft.slug))).toBe(403);
  });
});
