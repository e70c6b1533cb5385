/**
 * Goal: a page that only listens hears of every change, also after the line was away, and edits nothing.
 * Method: a fake server behind fake links, virtual time.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeServer } from "../../tests/support/fake-server";
import { DocumentNews, type News } from "./document-news";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

async function listening() {
  const server = new FakeServer();
  server.commit((doc) => doc.getText("t").insert(0, "alku"));
  const link = server.link();
  const heard: News[] = [];
  const news = new DocumentNews(link, "d", (what) => heard.push(what));
  await pass(10);
  const joins = () => server.heard.filter(([question]) => question === "document:join").length;
  return { server, link, heard, news, joins };
}

describe("a page that listens", () => {
  it("asks once when it has its seat, and hears edits of the text", async () => {
    const { server, heard } = await listening();
    expect(heard).toEqual(["missed"]);
    server.commit((doc) => doc.getText("t").insert(0, "uusi "));
    await pass(10);
    expect(heard).toEqual(["missed", "text"]);
  });

  it("is told that something may have changed while the line was away", async () => {
    const { link, heard, joins } = await listening();
    link.drop();
    link.connect();
    await pass(10);
    expect(heard).toEqual(["missed", "missed"]);
    expect(joins()).toBe(2);
  });

  it("tries again while the server cannot answer, and gives up where it may not read", async () => {
    const { server, link, heard, joins } = await listening();
    link.drop();
    server.refuseJoins = ["unavailable", "not-found"];
    link.connect();
    await pass(30_000);
    expect(joins()).toBe(3);
    expect(heard).toEqual(["missed"]);
  });

  it("hears nothing after it has left", async () => {
    const { server, heard, news } = await listening();
    news.stop();
    server.commit((doc) => doc.getText("t").insert(0, "uusi "));
    await pass(10);
    expect(heard).toEqual(["missed"]);
  });
});
