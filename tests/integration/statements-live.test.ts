/**
 * Goal: a party's draft statement is its own people's alone over sockets too (rule R2), and nobody's to edit once sent.
 * Method: real sockets on the real gateway; the part's document is made as the command makes it.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readText, TEXT_SCHEMA_VERSION, writeText } from "../../app/collab/documents/text-document";
import { plainText } from "../../app/domain/text/reading";
import { openPart } from "../../server/commands/statements/open-part.server";
import type { Services } from "../../server/services";
import { eventually } from "../support/eventually";
import { type HeadlessDocument, openDocument } from "../support/headless";
import { type LiveServer, startLiveServer } from "../support/live-server";
import { testServices } from "../support/people";

const ROUND = "esimerkkikierros";
let server: LiveServer;
let services: Services;
const opened: HeadlessDocument[] = [];
beforeAll(async () => {
  server = await startLiveServer();
  services = { ...testServices(server.database.db), documents: server.gateway, clock: () => new Date() };
});
afterAll(async () => {
  for (const document of opened) await document.close();
  await server.close();
});

async function join(seat: string, documentId: string): Promise<HeadlessDocument> {
  const options = { schema: TEXT_SCHEMA_VERSION };
  const cookie = await server.cookieOf(seat);
  const document = await openDocument({ origin: server.origin, cookie, documentId, options });
  opened.push(document);
  return document;
}

describe("a part of a draft statement", () => {
  it("R2 opens for the party's people alone, and only to read once the round is over", async () => {
    const viewer = { personId: await server.personOf("joensuu") };
    const part = await openPart(services, viewer, ROUND, "joensuu", "whole");
    if (!part.ok) throw new Error(part.error);
    const [own, colleague] = [
      await join("joensuu", part.documentId),
      await join("puheenjohtaja", part.documentId),
    ];
    expect(part.kind).toBe("text");
    const content = [{ type: "text" as const, text: "Yhdessä kirjoitettu" }];
    writeText(own.doc, { type: "doc", content: [{ type: "paragraph", content }] });
    await own.whenSaved();
    await eventually(
      () => plainText(readText(colleague.doc)) === "Yhdessä kirjoitettu",
      "the colleague's copy",
    );
    await server.database.db
      .updateTable("persons")
      .set({ is_administrator: true })
      .where("demo_seat", "=", "maakuntaliitto")
      .execute();
    for (const seat of ["liperi", "sihteeri", "hyvinvointialue", "maakuntaliitto", "tarkkailija"])
      await expect(join(seat, part.documentId), seat).rejects.toThrow("not-found");
    await server.database.db.updateTable("statement_rounds").set({ closed_at: new Date() }).execute();
    await server.gateway.recheckAccess(part.documentId);
    await eventually(() => own.access === "read", "the end of writing");
    expect((await join("joensuu", part.documentId)).access).toBe("read");
  });
});
