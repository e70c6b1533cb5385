/**
 * Goal: what was not acknowledged survives its tab, goes once, by the same person, with the ids it had.
 * Method: tabs of one device in memory against a fake server, virtual time.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeServer } from "../../tests/support/fake-server";
import { MemoryDevice } from "../../tests/support/memory-device";
import { LEASES_MAX } from "../protocol/limits";
import { DocumentProvider } from "./provider";

let server: FakeServer;
let device: MemoryDevice;
beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  device = new MemoryDevice();
  server.commit((doc) => doc.getText("t").insert(0, "alku"));
});
afterEach(() => void vi.useRealTimers());

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const committed = () => server.read().getText("t").toString();
const type = (provider: DocumentProvider, text: string) => provider.doc.getText("t").insert(0, text);
const stateOf = (provider: DocumentProvider) => provider.getStatus().state;

async function open(personId = "liperi") {
  const link = server.link(personId);
  const tab = device.tab();
  const provider = new DocumentProvider(link, "d", { device: Promise.resolve(tab) });
  await pass(20);
  /** The tab is gone, without a word. */
  const crash = () => {
    link.drop();
    tab.crash();
  };
  return { link, tab, provider, crash };
}

describe("on the device", () => {
  it("is what waits, and nothing once it is acknowledged", async () => {
    const { link, provider } = await open();
    expect(provider.getStatus().keepsOnDevice).toBe(true);
    link.drop();
    type(provider, "a");
    type(provider, "b");
    await pass(10);
    expect(device.entries).toHaveLength(2);
    expect(new Set(device.entries.map(({ updateId }) => updateId)).size).toBe(1);
    expect(stateOf(provider)).toMatchObject({ kind: "offline", count: 2, kept: true });
    link.connect();
    await pass(100);
    expect(device.entries).toEqual([]);
    expect(committed()).toBe("baalku");
  });

  it("is told to be nothing, before the first edit, when the device refuses", async () => {
    const link = server.link();
    const provider = new DocumentProvider(link, "d", { device: Promise.reject(new Error("private")) });
    const seen: (boolean | null)[] = [];
    provider.subscribe(() => {
      const { synced, keepsOnDevice } = provider.getStatus();
      if (synced) seen.push(keepsOnDevice);
    });
    await pass(20);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).not.toContain(null);
    expect(provider.getStatus().keepsOnDevice).toBe(false);
  });

  it("is no longer promised when it is full", async () => {
    const { link, provider } = await open();
    link.drop();
    device.full = true;
    type(provider, "a");
    await pass(10);
    expect(stateOf(provider)).toMatchObject({ kind: "offline", kept: false });
    link.connect();
    await pass(100);
    expect(stateOf(provider).kind).toBe("saved");
  });
});

describe("a closed tab's changes", () => {
  it("go by themselves from the next one, with the id and the lease they had", async () => {
    const first = await open();
    first.link.drop();
    type(first.provider, "jäi ");
    await pass(10);
    const [entry] = device.entries;
    first.crash();
    const second = await open();
    await pass(100);
    expect(committed()).toBe("jäi alku");
    expect(server.rows.at(-1)!.updateId).toBe(entry!.updateId);
    expect(device.entries).toEqual([]);
    type(second.provider, "uusi ");
    await pass(100);
    expect(committed()).toBe("uusi jäi alku");
    expect(server.rows).toHaveLength(3);
  });

  it("are there once when the server had them already", async () => {
    const first = await open();
    type(first.provider, "jäi ");
    await pass(1);
    const kept = [...device.entries];
    await pass(100);
    first.crash();
    device.entries = kept; // the answer came, the device did not hear of it
    const second = await open();
    await pass(100);
    expect(committed()).toBe("jäi alku");
    expect(server.rows).toHaveLength(2);
    expect(stateOf(second.provider)).toMatchObject({ kind: "saved" });
    expect(device.entries).toEqual([]);
  });

  it("are left alone while the tab lives, and while another person is here", async () => {
    const first = await open();
    first.link.drop();
    type(first.provider, "oma ");
    await pass(10);
    await open();
    await pass(100);
    expect(committed()).toBe("alku");
    first.crash();
    await open("kitee");
    await pass(100);
    expect(committed()).toBe("alku");
    expect(device.entries).toHaveLength(1);
    await open();
    await pass(100);
    expect(committed()).toBe("oma alku");
  });

  it("are found by a tab that was open already, when it is idle", async () => {
    const [first, second] = [await open(), await open()];
    first.link.drop();
    type(first.provider, "oma ");
    await pass(10);
    first.crash();
    await pass(80_000);
    expect(committed()).toBe("oma alku");
    expect(second.provider.doc.getText("t").toString()).toBe("oma alku");
  });

  it("of more tabs than one may hold leases of go in turns", async () => {
    const tabs: Awaited<ReturnType<typeof open>>[] = [];
    for (let n = 0; n < LEASES_MAX + 3; n++) {
      const tab = await open("kitee");
      tab.link.drop();
      type(tab.provider, `${n},`);
      await pass(10);
      tabs.push(tab);
    }
    for (const tab of tabs) tab.crash();
    const last = await open("kitee");
    await pass(5_000);
    expect(committed().split(",")).toHaveLength(LEASES_MAX + 4);
    expect(stateOf(last.provider).kind).toBe("saved");
    expect(device.entries).toEqual([]);
  });

  it("that are cut off are passed over and reported, and the rest goes", async () => {
    const [first, other] = [await open(), await open()];
    for (const [tab, text] of [
      [first, "rikki "],
      [other, "ehjä "],
    ] as const) {
      tab.link.drop();
      type(tab.provider, text);
      await pass(10);
    }
    for (const tab of [first, other]) tab.crash();
    device.entries[0]!.bytes = device.entries[0]!.bytes.slice(0, 5);
    const logged = vi.spyOn(console, "error").mockReturnValue();
    const second = await open();
    await pass(100);
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
    expect(committed()).toBe("ehjä alku");
    expect(stateOf(second.provider).kind).toBe("saved");
  });

  it("of another epoch become a review copy, and are not sent", async () => {
    const first = await open();
    type(first.provider, "tallessa ");
    await pass(100);
    first.link.drop();
    type(first.provider, "kesken ");
    await pass(10);
    first.crash();
    server.restore(1);
    const second = await open();
    await pass(100);
    expect(committed()).toBe("alku");
    const { review } = second.provider.getStatus();
    // What it rested on is gone: the words are there all the same.
    expect(review?.loose).toBe("kesken ");
    expect(device.entries).toEqual([]);
    second.provider.destroy();
    const third = await open();
    expect(third.provider.getStatus().review?.loose).toBe("kesken ");
    await third.provider.settleReview();
    expect(device.kept).toEqual([]);
  });
});

describe("refused changes", () => {
  it("stay on the device until the person discards them", async () => {
    const first = await open();
    server.refuseUpdates = ["invalid-content"];
    type(first.provider, "huono ");
    await pass(100);
    expect(stateOf(first.provider).kind).toBe("refused");
    first.provider.destroy();
    await pass(10);
    expect(device.entries).toHaveLength(1);
    server.refuseUpdates = ["invalid-content"];
    const second = await open();
    second.provider.doc.getText("t");
    await pass(100);
    expect(stateOf(second.provider)).toMatchObject({ kind: "refused", count: 1 });
    expect(second.provider.unsavedText()).toContain("huono");
    await second.provider.discard();
    second.provider.destroy();
    await pass(10);
    expect(device.entries).toEqual([]);
    const third = await open();
    expect(third.provider.doc.getText("t").toString()).toBe("alku");
  });
});

describe("a restored server", () => {
  it("leaves the review copy on the device, for the next tab too", async () => {
    const { link, provider, crash } = await open();
    type(provider, "uusi ");
    await pass(100);
    link.drop();
    server.restore(1);
    type(provider, "kesken ");
    link.connect();
    await pass(100);
    expect(device.kept).toHaveLength(1);
    expect(device.entries).toEqual([]);
    crash();
    const next = await open();
    await pass(10);
    expect(next.provider.getStatus().review?.doc.getText("t").toString()).toBe("kesken uusi alku");
    expect(committed()).toBe("alku");
  });
});
