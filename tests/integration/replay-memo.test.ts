/**
 * Goal: the memo that writes itself after the lived meeting tells what the real memo of 20.5.2022 tells, fact by fact.
 * Method: the meeting lived by commands; its derived text in Finnish beside the facts of the source.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { minutesLines } from "../../app/domain/minutes/lines";
import { plainText } from "../../app/domain/text/reading";
import { translator } from "../../app/messages/server.server";
import { ITEMS } from "../../db/scenarios/north-karelia/meetings/replay-items";
import { PEOPLE } from "../../db/scenarios/north-karelia/meetings/replay-people";
import { minutesText } from "../../server/export/minutes-text";
import { meetingRecord } from "../../server/queries/meeting-record.server";
import { readableMeeting } from "../../server/queries/readable-meeting.server";
import type { Services } from "../../server/services";
import { freshDatabase, type TestDatabase } from "../support/database";
import { liveReplay, prepareReplay, SLUG } from "../support/replay-story";
import { type ReplayWorld, replayWorld } from "../support/replay-world";
import { openServices } from "../support/services";

/** The derived memo, a line a block. */
async function memoOf(services: Services, personId: string): Promise<string[]> {
  const { meeting } = await readableMeeting(services, { personId }, SLUG);
  const lines = minutesLines(await meetingRecord(services, meeting));
  return plainText(minutesText(lines, { t: translator("fi").t, language: "fi" })).split("\n");
}
/** What stands under an item's heading. */
const under = (memo: string[], number: number) => {
  const from = memo.findIndex((line) => line.startsWith(`${number}. `));
  const next = memo.findIndex((line, at) => at > from && /^(\d+\. |Muistion vakuudeksi)/.test(line));
  return memo.slice(from + 1, next);
};

const CHANGES = [
  "Poistettiin kunnan puolelta luokka ”Ikäihmisten toiminta (mm. eläkeläisjärjestöt)”.",
  "Lisättiin kunnan puolelle luokka ”Osallisuus ja virkistystoiminta (mm. eläkeläisjärjestöt)”.",
  "Lisättiin hyvinvointialueen puolelle luokka ”Sotepalveluihin kiinnittyvä työtoiminnan tukeminen” (toiveesta: kuntajohtajat).",
];
const COMING = [
  "Seuraava kokous: 24.8.2022 klo 13.00–15.00",
  "Seuraava kokous: 28.9.2022 klo 13.00–15.00",
  "Seuraava kokous: 26.10.2022 klo 13.00–15.00",
  "Seuraava kokous: 30.11.2022 klo 13.00–15.00",
];

/** What both the lived meeting's memo and the seeded replay's tell alike. */
function tellsTheMemo(memo: () => string[]): void {
  test("when and where", () => {
    expect(memo()).toContain("Aika: 20.5.2022 klo 13.00–15.15");
    expect(memo().some((line) => line.startsWith("Paikka: Teams"))).toBe(true);
  });

  test("all seventeen by name and title in two lists", () => {
    const lines = memo();
    const [members, others] = [lines.indexOf("Läsnä: jäsenet"), lines.indexOf("Läsnä: muut osallistujat")];
    const items = lines.findIndex((line) => line.startsWith("1. "));
    for (const { name, title, list } of PEOPLE) {
      const at = lines.findIndex((line) => line.startsWith(`${name}, ${title}`));
      const [from, to] = list === "member" ? [members, others] : [others, items];
      expect(from < at && at < to, name).toBe(true);
    }
    expect(items - others - 1 + (others - members - 1)).toBe(17);
    expect(lines).toContain("Kari Karjalainen, kaupunginjohtaja, Joensuu, pj.");
    expect(lines).toContain("Hannele Mikkanen, kunnanjohtaja, Liperi, vpj.");
  });

  test("seven items with the memo's titles, proposals and handlings", () => {
    for (const [index, { title, proposal, handling }] of ITEMS.entries()) {
      expect(memo()).toContain(`${index + 1}. ${title.fi}`);
      const told = under(memo(), index + 1);
      if (proposal) {
        expect(told.indexOf("Käsittelyehdotus")).toBeLessThan(told.indexOf("Käsittely"));
        expect(told).toContain(proposal.fi);
      }
      for (const words of handling) expect(told).toContain(words);
    }
  });

  test("the three changes under item 2 and nowhere else, and who asked", () => {
    expect(
      under(memo(), 2)
        .filter((line) => CHANGES.includes(line))
        .sort(),
    ).toEqual([...CHANGES].sort());
    expect(
      memo().filter((line) => /^(Lisättiin|Poistettiin|Siirrettiin|Muutettiin)/.test(line)),
    ).toHaveLength(3);
    expect(memo().filter((line) => line.includes("toiveesta"))).toHaveLength(1);
  });

  test("on to hyte-lautakunta on 31.5.", () => {
    const [forwarded] = under(memo(), 2).filter((line) => line.includes("hyte-lautakunta"));
    expect(forwarded).toContain("31.5.2022");
  });

  test("the actions of item 3, the reminder of item 5, and nothing of item 6", () => {
    expect(under(memo(), 3).filter((line) => line.startsWith("Tehtävä: "))).toHaveLength(2);
    expect(under(memo(), 5)).toContain(
      "Muistutettiin: Kaikkien siirtyvien tilojen kustannukset on ilmoitettava siirtyvinä.",
    );
    expect(under(memo(), 6)).toContain("Ei toimenpiteitä.");
  });

  test("four next meetings, the first in person", () => {
    const told = under(memo(), 4).filter((line) => line.startsWith("Seuraava kokous"));
    expect(told.map((line) => line.split(/,| \(/)[0])).toEqual(COMING);
    expect(told.filter((line) => line.includes("läsnäolokokous"))).toEqual([told[0]]);
  });

  test("its end, and who attest to it", () => {
    expect(memo()).toContain("Puheenjohtaja päätti kokouksen klo 15.15.");
    expect(memo().slice(-3)).toEqual([
      "Muistion vakuudeksi",
      "Kari Karjalainen, puheenjohtaja",
      "Jari Aho, sihteeri",
    ]);
  });

  test("no decision and no position: the matter went on", () => {
    expect(memo().filter((line) => /yksimieli|kannattaa|vastustaa|varauma/.test(line))).toEqual([]);
  });
}

describe("the lived meeting's memo tells", () => {
  let world: ReplayWorld;
  let memo: string[];
  beforeAll(async () => {
    world = await replayWorld();
    const { items } = await prepareReplay(world);
    await liveReplay(world, items);
    memo = await memoOf(world.services, world.viewer("sihteeri").personId);
  });
  afterAll(() => world.close());

  tellsTheMemo(() => memo);

  test("M1: comings and goings inside the item during which they happened", () => {
    expect(under(memo, 2).filter((line) => line.includes("tämän asian käsittelyn aikana"))).toEqual([
      expect.stringMatching(/Mikko Löppönen.* poistui kokouksesta .* klo 13\.40\.$/),
    ]);
    expect(under(memo, 3).filter((line) => line.includes("tämän asian käsittelyn aikana"))).toEqual([
      expect.stringMatching(/Mikko Löppönen.* palasi kokoukseen .* klo 14\.19\.$/),
      expect.stringMatching(/Esko Rautiainen.* poistui kokouksesta .* klo 14\.30\.$/),
      expect.stringMatching(/Markus Hirvonen.* saapui kokoukseen .* klo 14\.22\.$/),
      expect.stringMatching(/Heini Lehikoinen.* poistui kokouksesta .* klo 14\.38\.$/),
    ]);
  });
});

describe("the memo of the demo's replay tells", () => {
  let database: TestDatabase;
  let services: Services & { close(): Promise<void> };
  let memo: string[];
  beforeAll(async () => {
    database = await freshDatabase({ scenario: "north-karelia" });
    services = await openServices(database);
    const { id } = await database.db
      .selectFrom("persons")
      .select("id")
      .where("demo_seat", "=", "sihteeri")
      .executeTakeFirstOrThrow();
    memo = await memoOf(services, id);
  });
  afterAll(async () => {
    await services.close();
    await database.close();
  });

  tellsTheMemo(() => memo);

  test("M1: times in the attendance list, as the real memo does: the source names no items", () => {
    const of = (name: string) => memo.find((line) => line.startsWith(name));
    expect(of("Mikko Löppönen")).toMatch(/Tohmajärvi, poissa klo 13\.40–14\.19$/);
    expect(of("Esko Rautiainen")).toMatch(/poistui klo 14\.30$/);
    expect(of("Markus Hirvonen")).toMatch(/saapui klo 14\.22$/);
    expect(of("Heini Lehikoinen")).toMatch(/poistui klo 14\.38$/);
    expect(memo.filter((line) => line.includes("tämän asian käsittelyn aikana"))).toEqual([]);
  });

  test("where it comes from, and that the source is silent on the items' times", () => {
    expect(memo[0]).toMatch(/^Lähde: .*muistio 8\/2022.*Lähde ei kerro/);
  });
});
