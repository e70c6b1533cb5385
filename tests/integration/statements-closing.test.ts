/**
 * Goal: attachments, answers, closing and reminders of a statement round, each with who may and who may not, and what is bad input.
 * Method: the demo scenario on real Postgres with real live documents; the clock is moved by the test.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ATTACHMENT_BYTES_MAX, ATTACHMENTS_MAX } from "../../app/domain/statements/attachments";
import { answerProposedChange } from "../../server/commands/statements/answer-proposed-change.server";
import { attachFile, removeAttachment } from "../../server/commands/statements/attach-file.server";
import { closeRound } from "../../server/commands/statements/close-round.server";
import { letIn } from "../../server/commands/statements/let-in.server";
import { openPart } from "../../server/commands/statements/open-part.server";
import { remindOfRounds } from "../../server/commands/statements/remind-of-rounds.server";
import { roundCsv } from "../../server/queries/round-export.server";
import { attachmentFile, statementPage } from "../../server/queries/statement-page.server";
import {
  aRound,
  at,
  CATEGORY,
  closeStory,
  database,
  now,
  openStory,
  PDF,
  partyId,
  seat,
  send,
  services,
  statusOf,
  told,
  write,
} from "../support/round-story";

beforeAll(openStory);
afterAll(closeStory);

describe("attachments", () => {
  it("are PDFs by their content, bounded, and R2 nobody else's until sent", async () => {
    const slug = await aRound();
    const viewer = await seat("liperi");
    const attach = (bytes: Uint8Array, name = "päätös.pdf") =>
      attachFile(services, viewer, slug, "liperi", { name, bytes });
    expect(await attach(new Uint8Array())).toMatchObject({ error: "statements.error.fileMissing" });
    expect(await attach(new TextEncoder().encode("<html>"))).toMatchObject({
      error: "statements.error.fileType",
    });
    expect(await attach(new Uint8Array(ATTACHMENT_BYTES_MAX + 1))).toMatchObject({
      error: "statements.error.fileLarge",
    });
    const foreign = await seat("sihteeri");
    const byForeign = () => attachFile(services, foreign, slug, "liperi", { name: "x.pdf", bytes: PDF });
    expect(await statusOf(byForeign)).toBe(403);
    for (let n = 0; n < ATTACHMENTS_MAX; n++)
      expect(await attach(Uint8Array.of(...PDF, n), `../../${n}.exe`)).toEqual({ ok: true });
    expect(await attach(PDF)).toMatchObject({ error: "statements.error.manyFiles" });
    const { draft } = await statementPage(services, viewer, slug, "liperi");
    const files = draft?.attachments.toSorted((a, b) => (a.name < b.name ? -1 : 1)) ?? [];
    expect(files[0]?.name).toBe("0.exe.pdf");
    const [first, second] = files.map(({ id }) => id);
    expect(await removeAttachment(services, viewer, slug, "liperi", second!)).toEqual({ ok: true });
    const read = (id: string) => attachmentFile(services, foreign, slug, "liperi", id);
    expect(await statusOf(() => read(first!))).toBe(404);
    await write(slug, "liperi", "whole", "Liitteineen");
    expect(await send(slug, "liperi")).toMatchObject({ ok: true });
    expect((await read(first!)).bytes).toEqual(Buffer.from(Uint8Array.of(...PDF, 0)));
    expect(await statusOf(() => read(second!))).toBe(404);
  });
});

describe("answers and closing", () => {
  it("R3 the round closes only when every proposed change has an answer with a reason", async () => {
    const slug = await aRound();
    await write(slug, "liperi", `change:${CATEGORY}`, '=HYPERLINK("x") on kaava');
    await send(slug, "liperi");
    const secretary = await seat("sihteeri");
    const refused = await closeRound(services, secretary, slug);
    expect(refused).toMatchObject({ ok: false, error: "statements.error.unanswered", values: { count: 1 } });
    const changeId = refused.ok ? "" : refused.unanswered![0]!.id;
    const answer = (answer: string, reason: string) =>
      answerProposedChange(services, secretary, slug, { changeId, answer, reason });
    expect(await answer("", "Syy")).toMatchObject({ error: "statements.error.answerMissing" });
    expect(await answer("declined", "")).toMatchObject({ error: "statements.error.reasonMissing" });
    expect(await answer("declined", "x".repeat(20_000))).toMatchObject({
      error: "statements.error.reasonLong",
    });
    const liperi = await seat("liperi");
    const own = () =>
      answerProposedChange(services, liperi, slug, { changeId, answer: "accepted", reason: "Hyvä" });
    expect(await statusOf(own)).toBe(403);
    expect(await answer("partly", "Osa otetaan.")).toEqual({ ok: true });
    expect(await told("proposedChangeAnswered", slug)).toEqual(["liperi"]);
    const csv = await roundCsv(services, liperi, slug, "fi");
    expect(csv.startsWith("\ufeffOsapuoli;Tila;")).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""x"") on kaava"`);
    expect(csv).toContain("Osa otetaan.");
    expect(await closeRound(services, secretary, slug)).toEqual({ ok: true });
    expect(await closeRound(services, secretary, slug)).toMatchObject({ error: "statements.error.closed" });
    expect(await answer("accepted", "Liian myöhään")).toMatchObject({ error: "statements.error.closed" });
    const jane = { partyId: await partyId("jane"), until: "2026-03-20" };
    expect(await letIn(services, secretary, slug, jane)).toMatchObject({ error: "statements.error.closed" });
    expect(await openPart(services, await seat("jane"), slug, "jane", "whole")).toMatchObject({
      error: "statements.error.closed",
    });
  });
});

describe("reminders", () => {
  it("come weekly and on the last day, once, to those who have not sent", async () => {
    await database.db.updateTable("statement_rounds").set({ closed_at: now, closed_by: null }).execute();
    const slug = await aRound();
    await write(slug, "liperi", "whole", "Valmis");
    await send(slug, "liperi");
    const days: [string, number][] = [
      ...([
        ["2026-03-03", 0],
        ["2026-03-09", 1],
        ["2026-03-09", 1],
        ["2026-03-15", 0],
      ] as [string, number][]),
      ...([
        ["2026-03-16", 1],
        ["2026-03-23", 0],
      ] as [string, number][]),
    ];
    for (const [day, count] of days) {
      at(day);
      expect(await remindOfRounds(services, day), day).toBe(count);
    }
    expect(await told("statementReminder", slug)).toEqual(["jane", "jane"]);
  });
});
