/**
 * Goal: the provider loses nothing, doubles nothing and says what is true, whatever the server and the line do.
 * Method: a fake server behind fake links, virtual time.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeServer } from "../../tests/support/fake-server";
import { LARGE_UPDATE_BYTES_MAX, UPDATE_BYTES_MAX } from "../protocol/limits";
import { DocumentProvider } from "./provider";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const textOf = (provider: { doc: { getText(name: string): { toString(): string } } }) =>
  provider.doc.getText("t").toString();
const type = (provider: DocumentProvider, text: string) => provider.doc.getText("t").insert(0, text);

/** A server whose document says "alku", and a tab on it. */
async function opened(options: ConstructorParameters<typeof DocumentProvider>[2] = {}) {
  const server = new FakeServer();
  server.commit((doc) => doc.getText("t").insert(0, "alku"));
  const link = server.link();
  const provider = new DocumentProvider(link, "d", options);
  await pass(10);
  return { server, link, provider };
}

describe("joining", () => {
  it("opens with the leased client id, and continues from where it was", async () => {
    const { server, link, provider } = await opened();
    expect(textOf(provider)).toBe("alku");
    expect(provider.getStatus().state).toEqual({ kind: "saved", at: null, seq: 1 });
    const { clientID } = provider.doc;
    link.drop();
    expect(provider.getStatus().state.kind).toBe("offline");
    server.commit((doc) => doc.getText("t").insert(0, "muun "));
    link.connect();
    await pass(10);
    expect(textOf(provider)).toBe("muun alku");
    const joins = server.heard.filter(([question]) => question === "document:join");
    expect(joins.at(-1)![1]).toMatchObject({ known: { epoch: 1, seq: 1 }, leases: [{ clientId: clientID }] });
    expect(provider.doc.clientID).toBe(clientID);
  });

  it("tries again while the server cannot answer", async () => {
    const { server, link, provider } = await opened();
    link.drop();
    server.refuseJoins = ["unavailable", "too-fast", "unavailable"];
    link.connect();
    type(provider, "x");
    await pass(10);
    expect(provider.getStatus().state).toMatchObject({ kind: "offline", count: 1, kept: false });
    await pass(20_000);
    expect(provider.getStatus().state).toMatchObject({ kind: "saved" });
    expect(server.read().getText("t").toString()).toBe("xalku");
  });
});

describe("the sequence", () => {
  it("counts own changes by their acknowledgements and others' by their messages", async () => {
    const { server, provider } = await opened();
    type(provider, "a");
    await pass(30);
    server.commit((doc) => doc.getText("t").insert(0, "b"));
    await pass(30);
    type(provider, "c");
    await pass(30);
    expect(provider.getStatus().state).toMatchObject({ kind: "saved", seq: 4 });
    expect(server.heard.filter(([question]) => question === "document:join")).toHaveLength(1);
  });

  it.each(["a message", "an acknowledgement"])("is joined anew when %s leaves a hole", async (which) => {
    const server = new FakeServer();
    let loses = false;
    const link = server.link("liperi", { loses: (what) => loses && what === "message" });
    const provider = new DocumentProvider(link, "d");
    await pass(10);
    loses = true;
    server.commit((doc) => doc.getText("t").insert(0, "hukassa"));
    await pass(10);
    loses = false;
    if (which === "a message") server.commit((doc) => doc.getText("t").insert(0, "b"));
    else type(provider, "b");
    await pass(50);
    expect(textOf(provider)).toContain("hukassa");
    expect(textOf(provider)).toBe(server.read().getText("t").toString());
    expect(provider.getStatus().state).toMatchObject({ kind: "saved", seq: 2 });
  });
});

describe("large changes", () => {
  it("go in parts, and arrive whole", async () => {
    const { server, provider } = await opened();
    const long = "x".repeat(3 * UPDATE_BYTES_MAX);
    type(provider, long);
    await pass(100);
    expect(provider.getStatus().state.kind).toBe("saved");
    expect(server.read().getText("t").toString()).toBe(`${long}alku`);
    expect(server.heard.filter(([question]) => question === "document:part")).toHaveLength(3);
  });

  it("over the limit are refused before anything is sent, and kept to be copied", async () => {
    const { server, provider } = await opened();
    type(provider, "x".repeat(LARGE_UPDATE_BYTES_MAX));
    await pass(100);
    expect(provider.getStatus().state).toEqual({ kind: "refused", refusal: "too-large", count: 1 });
    expect(server.heard.filter(([question]) => question !== "document:join")).toEqual([]);
    expect(provider.unsavedText()).toContain("xxx");
  });
});

describe("refusals", () => {
  it("that are final keep the text, and nothing more is sent", async () => {
    const { server, provider } = await opened();
    server.refuseUpdates = ["invalid-content"];
    type(provider, "oma ");
    await pass(100);
    expect(provider.getStatus()).toMatchObject({
      state: { kind: "refused", refusal: "invalid-content", count: 1 },
      access: "read",
    });
    expect(provider.unsavedText()).toBe("oma alku");
  });

  it("of a lock end when it is unlocked", async () => {
    const { server, link, provider } = await opened();
    server.refuseUpdates = ["locked"];
    type(provider, "oma ");
    await pass(100);
    expect(provider.getStatus().state).toMatchObject({ kind: "refused", refusal: "locked" });
    link.tell("document:access", { access: "edit" });
    await pass(100);
    expect(provider.getStatus().state.kind).toBe("saved");
    expect(server.read().getText("t").toString()).toBe("oma alku");
  });

  it("of a quarantine make it read-only, with its reason", async () => {
    const { link, provider } = await opened();
    link.tell("document:access", { access: "read", reason: "quarantined" });
    await pass(10);
    expect(provider.getStatus().state).toEqual({ kind: "readOnly", reason: "quarantined" });
  });

  it("of a gap or a forgotten seat are answered by joining once more", async () => {
    const { server, provider } = await opened();
    server.refuseUpdates = ["gap"];
    type(provider, "a");
    await pass(100);
    expect(provider.getStatus().state.kind).toBe("saved");
    server.refuseUpdates = ["gap", "gap"];
    type(provider, "b");
    await pass(100);
    expect(provider.getStatus().state).toMatchObject({ kind: "refused", refusal: "gap" });
  });

  it("of another protocol ask for the page to be loaded again", async () => {
    const { server, link, provider } = await opened();
    link.drop();
    server.refuseJoins = ["protocol"];
    type(provider, "a");
    link.connect();
    await pass(10);
    expect(provider.getStatus().state).toEqual({ kind: "refused", refusal: "protocol", count: 1 });
  });
});

describe("another person in this tab", () => {
  it("never gets the first person's changes, and the first one's go when they are back", async () => {
    const { server, link, provider } = await opened();
    link.drop();
    type(provider, "oma ");
    link.connect("kitee");
    await pass(100);
    expect(provider.getStatus().state).toEqual({ kind: "refused", refusal: "foreign-client", count: 1 });
    expect(server.read().getText("t").toString()).toBe("alku");
    link.drop("ended");
    link.connect("liperi");
    await pass(100);
    expect(provider.getStatus().state.kind).toBe("saved");
    expect(server.read().getText("t").toString()).toBe("oma alku");
  });

  it("goes on with a lease of their own when nothing was unsaved", async () => {
    const { server, link, provider } = await opened();
    const { clientID } = provider.doc;
    link.drop();
    link.connect("kitee");
    await pass(100);
    expect(provider.doc.clientID).not.toBe(clientID);
    type(provider, "toisen ");
    await pass(100);
    expect(provider.getStatus().state.kind).toBe("saved");
    expect(server.read().getText("t").toString()).toBe("toisen alku");
  });
});

describe("a server restored from a backup", () => {
  it("gets nothing of the newer text by itself, and nothing of it is lost", async () => {
    const { server, link, provider } = await opened();
    type(provider, "uusi ");
    await pass(100);
    link.drop();
    type(provider, "tallentamaton ");
    server.restore(1);
    link.connect();
    await pass(100);
    expect(textOf(provider)).toBe("alku");
    const { review, state } = provider.getStatus();
    expect(state).toMatchObject({ kind: "saved", seq: 1 });
    expect(review?.doc.getText("t").toString()).toBe("tallentamaton uusi alku");
    type(provider, "jatko ");
    await pass(100);
    expect(server.read().getText("t").toString()).toBe("jatko alku");
    await provider.settleReview();
    expect(provider.getStatus().review).toBeNull();
  });

  it("asks nobody to look through a copy that says the same", async () => {
    const contentHash = (doc: { getText(name: string): { toString(): string } }) =>
      doc.getText("t").toString();
    const { server, link, provider } = await opened({ contentHash });
    link.drop();
    server.restore(1);
    link.connect();
    await pass(100);
    expect(provider.getStatus().review).toBeNull();
    expect(textOf(provider)).toBe("alku");
  });
});

describe("an idle tab", () => {
  it("compares its content once after each change, and fetches it again when it differs", async () => {
    const contentHash = () => "hash";
    const { server, provider } = await opened({ contentHash });
    const asked = () => server.heard.filter(([question]) => question === "document:verify").length;
    await pass(200_000);
    expect(asked()).toBe(1);
    server.verified = false;
    const logged = vi.spyOn(console, "error").mockReturnValue();
    const before = provider.doc;
    server.commit((doc) => doc.getText("t").insert(0, "b"));
    await pass(75_000);
    expect(asked()).toBe(2);
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
    expect(provider.doc).not.toBe(before);
    expect(textOf(provider)).toBe("balku");
    type(provider, "c");
    await pass(100);
    expect(provider.getStatus().state.kind).toBe("saved");
  });
});
