import { describe, expect, test } from "vitest";
import {
  ATTACHMENT_NAME_CHARACTERS_MAX,
  fileName,
  inOrder,
  isAgendaOpen,
  itemFlaw,
  MEETING_NUMBER_MAX,
  meetingFlaw,
  movedItem,
  nextAttachmentNumber,
  type Placed,
  placeFor,
  STANDARD_KINDS,
  type TypedItem,
  type TypedMeeting,
} from "./agenda";
import {
  ITEM_KINDS,
  ITEM_PROPOSAL_CHARACTERS_MAX,
  ITEM_TITLE_CHARACTERS_MAX,
  type ItemKind,
  MESSAGE_CHARACTERS_MAX,
  PLACE_CHARACTERS_MAX,
  PRESENTER_CHARACTERS_MAX,
  REMOTE_LINK_CHARACTERS_MAX,
} from "./meeting";

const item = (id: string, kind: ItemKind = "ordinary", more: Partial<Placed> = {}): Placed => ({
  ...{ id, position: Number(id), kind, removedAt: null },
  ...more,
});
const meeting = (more: Partial<TypedMeeting> = {}): TypedMeeting => ({
  ...{ number: "9", year: "2022", date: "2022-09-23", starts: "13:00", ends: "15:00", place: "Joensuu" },
  ...{ remoteLink: "", isInPerson: true, message: "" },
  ...more,
});
const typed = (more: Partial<TypedItem> = {}): TypedItem => ({
  ...{ kind: "ordinary", title: "Jaottelu", titleSv: "", titleEn: "", presenter: "" },
  ...{ proposal: "", proposalSv: "", proposalEn: "" },
  ...more,
});

describe("K1: the order of an agenda", () => {
  const standard = STANDARD_KINDS.map((kind, index) => item(String(index + 1), kind));

  test("removed items are left out, and the others follow each other", () => {
    const items = [item("3"), item("1"), item("2", "ordinary", { removedAt: new Date() })];
    expect(inOrder(items).map(({ id }) => id)).toEqual(["1", "3"]);
  });

  test("a matter goes before what stands last, the last minutes after the opening", () => {
    expect(placeFor("ordinary", standard)).toBe(1);
    expect(placeFor("previousMinutes", standard)).toBe(1);
    expect(placeFor("closing", standard)).toBe(5);
    expect(placeFor("otherMatters", standard)).toBe(3);
    expect(placeFor("opening", standard)).toBe(1);
    for (const kind of ITEM_KINDS) expect(placeFor(kind, [])).toBe(0);
    expect(placeFor("ordinary", [...standard, item("9")])).toBe(6);
  });

  test("an item moves by one, not over an end, and neither it nor another past what has been handled", () => {
    const items = [item("1"), item("2"), item("3")].map((one) => ({ ...one, isHandled: one.id === "1" }));
    expect(movedItem(items, "3", true)).toEqual(["1", "3", "2"]);
    expect(movedItem(items, "2", false)).toEqual(["1", "3", "2"]);
    expect(movedItem(items, "2", true)).toBeNull();
    expect(movedItem(items, "1", false)).toBeNull();
    expect(movedItem(items, "3", false)).toBeNull();
    expect(movedItem(items, "unknown", true)).toBeNull();
  });

  test("an agenda is open before and during its meeting", () => {
    const states = ["planned", "open", "closed", "cancelled"] as const;
    expect(states.map(isAgendaOpen)).toEqual([true, true, false, false]);
  });
});

describe("a meeting as it is written", () => {
  test("number, day and times must be some; an end before the start is on the next day", () => {
    expect(meetingFlaw(meeting())).toBeNull();
    expect(meetingFlaw(meeting({ ends: "" }))).toBeNull();
    expect(meetingFlaw(meeting({ starts: "22:00", ends: "01:00" }))).toBeNull();
    for (const number of ["", "0", "-1", "x", "1.5", "00000"])
      expect(meetingFlaw(meeting({ number }))).toEqual({ field: "number", flaw: "noNumber" });
    expect(meetingFlaw(meeting({ number: String(MEETING_NUMBER_MAX) }))).toBeNull();
    expect(meetingFlaw(meeting({ number: String(MEETING_NUMBER_MAX + 1) }))?.flaw).toBe("noNumber");
    expect(meetingFlaw(meeting({ year: "22" }))?.field).toBe("year");
    expect(meetingFlaw(meeting({ date: "2022-09-31" }))?.flaw).toBe("noDay");
    expect(meetingFlaw(meeting({ starts: "25:00" }))).toEqual({ field: "starts", flaw: "noTime" });
    expect(meetingFlaw(meeting({ ends: "13:00" }))).toEqual({ field: "ends", flaw: "sameTime" });
  });

  test("a remote link is a web address, and a meeting in person has a place", () => {
    expect(meetingFlaw(meeting({ remoteLink: "https://example.org/a b" }))?.flaw).toBe("noAddress");
    expect(meetingFlaw(meeting({ remoteLink: "javascript:alert(1)" }))?.flaw).toBe("noAddress");
    expect(meetingFlaw(meeting({ remoteLink: "https://example.org/x" }))).toBeNull();
    expect(meetingFlaw(meeting({ place: "" }))).toEqual({ field: "place", flaw: "noPlace" });
    expect(meetingFlaw(meeting({ place: "", isInPerson: false }))).toBeNull();
  });

  test("each text has its limit", () => {
    const link = "https://example.org/";
    const limits = [
      ["place", PLACE_CHARACTERS_MAX, ""],
      ["remoteLink", REMOTE_LINK_CHARACTERS_MAX, link],
      ["message", MESSAGE_CHARACTERS_MAX, ""],
    ] as const;
    for (const [field, max, begins] of limits) {
      const most = begins + "x".repeat(max - begins.length);
      expect(meetingFlaw(meeting({ [field]: most }))).toBeNull();
      expect(meetingFlaw(meeting({ [field]: `${most}x` }))).toEqual({ field, flaw: "long", max });
    }
  });
});

describe("an item as it is written", () => {
  test("it needs a title; a proposal it may do without", () => {
    expect(itemFlaw(typed())).toBeNull();
    expect(itemFlaw(typed({ title: "" }))).toEqual({ field: "title", flaw: "missing" });
    expect(itemFlaw(typed({ kind: "constructor" }))).toEqual({ field: "kind", flaw: "missing" });
  });

  test("each text has its limit", () => {
    const limits = [
      ...(["title", "titleSv", "titleEn"] as const).map(
        (field) => [field, ITEM_TITLE_CHARACTERS_MAX] as const,
      ),
      ["presenter", PRESENTER_CHARACTERS_MAX] as const,
      ...(["proposal", "proposalSv", "proposalEn"] as const).map(
        (field) => [field, ITEM_PROPOSAL_CHARACTERS_MAX] as const,
      ),
    ];
    for (const [field, max] of limits) {
      expect(itemFlaw(typed({ [field]: "x".repeat(max) }))).toBeNull();
      expect(itemFlaw(typed({ [field]: "x".repeat(max + 1) }))).toEqual({ field, flaw: "long", max });
    }
  });
});

describe("K3: attachments", () => {
  test("numbers run on, and one that was removed is not given again", () => {
    expect(nextAttachmentNumber([])).toBe(1);
    expect(nextAttachmentNumber([1, 3, 2])).toBe(4);
  });

  test("a file's name is its own, without folders and hidden characters, and ends as its kind does", () => {
    expect(fileName("C:\\Omat\\Jaottelu.PDF", "pdf")).toBe("Jaottelu.pdf");
    expect(fileName("../../etc/passwd", "png")).toBe("passwd.png");
    expect(fileName("\u202Efdp.exe", "pdf")).toBe("fdp.pdf");
    expect(fileName("", "docx")).toBe("1.docx");
    expect(fileName("ä".repeat(500), "pdf")).toHaveLength(ATTACHMENT_NAME_CHARACTERS_MAX);
  });
});
