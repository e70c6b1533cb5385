/**
 * Goal: the check of durability can fail: an engine that breaks a promise is caught, each in its own way.
 * Method: the same story and the same check on the real engine and on three that are broken by injection. In the
 * story the database goes away in the middle of typing, the server is killed, and everyone comes back.
 */
import { afterEach, describe, expect, it } from "vitest";
import { Outbox } from "../../app/collab/outbox";
import type { NewUpdate, UpdateLog } from "../../server/collab/log/update-log";
import { Room } from "../../server/collab/room/room";
import { type Broken, Witness } from "../support/durability";
import { eventually } from "../support/eventually";
import type { HeadlessDocument } from "../support/headless";
import { type LiveServer, startLiveServer } from "../support/live-server";
import { logBetween } from "../support/log-between";

let server: LiveServer;
afterEach(() => server.close());

/** What is different from the real engine. */
interface Sabotage {
  log?: (real: UpdateLog, power: { away: boolean }) => UpdateLog;
  openRoom?: typeof Room.open;
  /** Done to the person who types, while the server is gone. */
  client?: (document: HeadlessDocument) => void;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A database that can be away, in front of the real one. */
function interruptible(real: UpdateLog, power: { away: boolean }): UpdateLog {
  return logBetween(real, () => {
    if (power.away) throw new Error("the database is away");
  });
}

/** The story; answers the promises that were broken. */
async function story({ log = interruptible, openRoom, client }: Sabotage): Promise<Broken[]> {
  const power = { away: false };
  const wrapLog = (real: UpdateLog) => log(real, power);
  server = await startLiveServer({ wrapLog, ...(openRoom && { openRoom }) });
  const witness = new Witness();
  const [liperi, region] = [await server.open("liperi"), await server.open("hyvinvointialue")];
  witness.type(liperi);
  await liperi.whenSaved();
  await pause(50);

  power.away = true;
  witness.type(liperi);
  await pause(150);
  witness.noteSaved(liperi);
  witness.noteTold(region);
  const restart = server.restart(300);
  await eventually(() => liperi.state.kind === "offline", "offline");
  witness.type(liperi);
  client?.(liperi);
  power.away = false;
  await restart;
  const refused = () => undefined; // on a broken engine it may well be; the check tells what that means
  await Promise.race([liperi.whenSaved().catch(refused), pause(2_000)]);
  return witness.broken(server, [liperi, region]);
}

const promisesOf = (broken: Broken[]) => [...new Set(broken.map(({ promise }) => promise))];

describe("the check of durability", () => {
  it("finds nothing wrong with the engine as it is", async () => {
    expect(await story({})).toEqual([]);
  });

  it("catches a log that acknowledges before it keeps", async () => {
    const log = (real: UpdateLog, power: { away: boolean }): UpdateLog => {
      const inMemory: NewUpdate[] = [];
      let seq = 0;
      return logBetween(real, () => undefined, {
        append: async (id, updates) => {
          if (!power.away) return real.append(id, updates);
          if (inMemory.length === 0) seq = (await real.read(id)).length;
          inMemory.push(...updates); // for the time when the database is back, which this process does not see
          return updates.map(({ updateId }) => ({ updateId, seq: ++seq, fresh: true }));
        },
      });
    };
    expect(promisesOf(await story({ log }))).toContain("acknowledged is kept");
  });

  it("catches a room that relays before the commit", async () => {
    const openRoom: typeof Room.open = async (documentId, deps) => {
      const room = await Room.open(documentId, deps);
      const submit = room.submit.bind(room);
      room.submit = (submission) => {
        deps.relay([{ seq: room.seq + 1, bytes: submission.bytes, sender: submission.sender }], true);
        return submit(submission);
      };
      return room;
    };
    const client = (document: HeadlessDocument) => void document.close(); // nobody sends it again
    expect(promisesOf(await story({ openRoom, client }))).toContain("told is kept");
  });

  it("catches a client that drops an update that was not acknowledged", async () => {
    const { first } = Outbox.prototype;
    const client = () => {
      Outbox.prototype.first = function dropping(this: Outbox) {
        for (let update = first.call(this); update; update = first.call(this))
          this.acknowledge(update.updateId);
        return null;
      };
    };
    try {
      expect(promisesOf(await story({ client }))).toContain("typed is kept");
    } finally {
      Outbox.prototype.first = first;
    }
  });
});
