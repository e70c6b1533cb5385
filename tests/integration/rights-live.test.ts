/**
 * Goal: who may do what over the socket, event by event, and that a seat is gone when the right to it is.
 * Method: raw sockets on the real gateway; each event as each kind of person; what was refused is in no row.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ClientEvents } from "../../app/protocol/collab";
import type { Services } from "../../server/services";
import { eventually } from "../support/eventually";
import { type LiveServer, startLiveServer } from "../support/live-server";
import { testServices } from "../support/people";
import { type RawSocket, rawSocket, wordOf } from "../support/raw-socket";
import {
  CATEGORY,
  foreignPlace,
  type Kind,
  PEOPLE,
  type Place,
  placeFor,
  rowsNow,
} from "../support/rights-world";

let server: LiveServer;
let services: Services;
let foreign: Awaited<ReturnType<typeof foreignPlace>>;
const open: RawSocket[] = [];
beforeAll(async () => {
  server = await startLiveServer({ limits: { signalsPerSecond: 5, signalsBurst: 40 } });
  services = { ...testServices(server.database.db), sessions: server.sessions, clock: () => new Date() };
  foreign = await foreignPlace(services);
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});
afterAll(() => server.close());

/** A socket of the one who asks at this place. */
async function socketOf({ viewer }: Pick<Place, "viewer">): Promise<RawSocket> {
  const cookie = viewer ? (await server.sessions.create(viewer.personId, "")).split(";")[0]! : "session=none";
  const socket = await rawSocket(server.origin, cookie);
  open.push(socket);
  return socket;
}

const logged = async (documentId: string) =>
  (
    await server.database.db
      .selectFrom("document_updates")
      .select("seq")
      .where("document_id", "=", documentId)
      .execute()
  ).length;

/** In the order of PEOPLE without "nobody": outsider ended coming | observer member preparer chair secretary | administrator. */
const ANSWERS: Record<keyof ClientEvents, string[]> = {
  "document:join": ["not-found", "not-found", "not-found", "read", "edit", "edit", "edit", "edit", "read"],
  "document:update": [
    ...["not-joined", "not-joined", "not-joined", "read-only", "ok", "ok", "ok", "ok", "read-only"],
  ],
  "document:leave": ["never there", "never there", "never there", ...Array(6).fill("gone")],
  "document:part": [
    ...["not-joined", "not-joined", "not-joined", "read-only", "ok", "ok", "ok", "ok", "read-only"],
  ],
  "document:verify": ["not-joined", "not-joined", "not-joined", ...Array(6).fill("ok")],
  "connection:probe": Array(9).fill("ok"),
  "presence:set": ["unseen", "unseen", "unseen", "open", "editing", "editing", "editing", "editing", "open"],
};

const ASK: Record<keyof ClientEvents, (socket: RawSocket, place: Place) => Promise<string>> = {
  "document:join": async (socket, { draft }) => {
    const answer = await socket.join(draft.documentId);
    if (!answer.ok) return answer.refusal;
    expect(answer.people).toHaveLength(1);
    return answer.access;
  },
  "document:update": async (socket, { draft }) => {
    expect(wordOf(await socket.update(draft.documentId, CATEGORY, "ennen liittymistä"))).toBe("not-joined");
    await socket.join(draft.documentId);
    return wordOf(await socket.update(draft.documentId, CATEGORY, "laki"));
  },
  "document:leave": async (socket, { draft }) => {
    const answer = await socket.join(draft.documentId);
    socket.leave(draft.documentId);
    expect(wordOf(await socket.update(draft.documentId, CATEGORY, "lähdön jälkeen"))).toBe("not-joined");
    return answer.ok ? "gone" : "never there";
  },
  "document:part": async (socket, { draft }) => {
    await socket.join(draft.documentId);
    return wordOf(await socket.part(draft.documentId));
  },
  "document:verify": async (socket, { draft }) => {
    await socket.join(draft.documentId);
    return wordOf(await socket.verify(draft.documentId));
  },
  "connection:probe": async (socket) => wordOf(await socket.probe()),
  "presence:set": async (socket, place) => {
    const { documentId } = place.draft;
    const watcher = await socketOf(await placeAt(place));
    await watcher.join(documentId);
    await socket.join(documentId);
    socket.present(documentId, CATEGORY);
    await socket.probe();
    // Somebody comes after it: when that is heard, what was before it has been told or never is.
    const after = await socketOf(await placeAt(place));
    await after.join(documentId);
    const told = () => watcher.heard("presence:changed").map(([message]) => message);
    const cameAs = (personId?: string) =>
      told().flatMap(({ came }) => came.filter((person) => person.personId === personId));
    await eventually(() => cameAs(place.otherPerson).length > 0, "who came after");
    const ids = cameAs(place.viewer?.personId);
    const [id] = ids.map(({ connectionId }) => connectionId);
    if (!id) return "unseen";
    const moves = told().flatMap(({ moved }) =>
      moved.filter((m) => m.connectionId === id).map((m) => m.state),
    );
    const states = [...ids, ...moves];
    return states.some(({ editing }) => editing) ? "editing" : "open";
  },
};

/** The member who sits at the place already. */
async function placeAt({ otherPerson }: Place): Promise<Pick<Place, "viewer">> {
  return { viewer: { ...foreign.viewer, personId: otherPerson } };
}

describe("a socket", () => {
  it("of nobody is refused before it is one", async () => {
    await expect(socketOf({ viewer: null })).rejects.toThrow("session");
  });

  it.each(Object.keys(ASK) as (keyof ClientEvents)[])("answers %s by the table of rights", async (event) => {
    const got: Record<string, string> = {};
    const kinds = PEOPLE.filter((kind) => kind !== "nobody");
    for (const kind of kinds) {
      const place = await placeFor(services, kind, foreign);
      const socket = await socketOf(place);
      const before = await rowsNow(server.database.db);
      got[kind] = await ASK[event](socket, place);
      if (event === "document:join" || (event === "document:update" && got[kind] !== "ok"))
        expect(await rowsNow(server.database.db), kind).toBe(before);
      const wrote = event === "document:update" && got[kind] === "ok";
      expect(await logged(place.draft.documentId), kind).toBe(wrote ? 2 : 1);
      socket.close();
    }
    expect(got).toEqual(Object.fromEntries(kinds.map((kind, n) => [kind, ANSWERS[event][n]])));
  });

  it.each(["locked", "archived"] as const)("changes nothing in a draft that is %s", async (state) => {
    for (const kind of ["member", "chair", "secretary"] as Kind[]) {
      const place = await placeFor(services, kind, foreign, state);
      const socket = await socketOf(place);
      const answer = await socket.join(place.draft.documentId);
      expect(answer).toMatchObject({ ok: true, access: "read", reason: state });
      expect(wordOf(await socket.update(place.draft.documentId, CATEGORY, "laki"))).toBe("locked");
      expect(await logged(place.draft.documentId)).toBe(1);
    }
  });
});

describe("a seat", () => {
  it("closes within two seconds when the membership ends by the calendar and nobody tells", async () => {
    const place = await placeFor(services, "member", foreign);
    const socket = await socketOf(place);
    await socket.join(place.draft.documentId);
    expect(wordOf(await socket.update(place.draft.documentId, CATEGORY, "ajoissa"))).toBe("ok");
    await server.database.db
      .updateTable("memberships")
      .set({ ends_at: new Date() })
      .where("person_id", "=", place.viewer!.personId)
      .execute();
    await eventually(() => socket.heard("document:closed").length > 0, "the end of the seat", 2000);
    expect(wordOf(await socket.update(place.draft.documentId, CATEGORY, "myöhässä"))).toBe("not-joined");
    expect(wordOf(await socket.join(place.draft.documentId))).toBe("not-found");
    expect(await logged(place.draft.documentId)).toBe(2);
  });

  it("becomes a reader's within two seconds when the role goes down by another server's hand", async () => {
    const place = await placeFor(services, "chair", foreign);
    const socket = await socketOf(place);
    await socket.join(place.draft.documentId);
    await server.database.db
      .updateTable("memberships")
      .set({ role: "observer" })
      .where("person_id", "=", place.viewer!.personId)
      .execute();
    await eventually(() => socket.heard("document:access").length > 0, "the lower right", 2000);
    expect(wordOf(await socket.update(place.draft.documentId, CATEGORY, "myöhässä"))).toBe("read-only");
  });

  it("cannot be asked for without end: joins are slowed down, and nobody else notices", async () => {
    const place = await placeFor(services, "member", foreign);
    const [greedy, calm] = [await socketOf(place), await socketOf(place)];
    const answers: string[] = [];
    for (let n = 0; n < 80; n++) answers.push(wordOf(await greedy.join(place.draft.documentId)));
    expect(answers.slice(0, 40)).not.toContain("too-fast");
    expect(answers).toContain("too-fast");
    expect(wordOf(await calm.join(place.draft.documentId))).toBe("ok");
  });
});
