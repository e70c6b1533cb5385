/** A table with people who are told, a clock that is moved by hand, and a transport that remembers. */
import { randomUUID } from "node:crypto";
import type { NotificationKind } from "../../app/domain/notifications";
import { tell } from "../../server/events/tell.server";
import type { MailDeps } from "../../server/jobs/mail-deps";
import { sendMail, waitingMails } from "../../server/jobs/send-mails";
import { settleNotifications } from "../../server/jobs/settle-notifications";
import type { Delivery, MailTransport, OutgoingMail } from "../../server/mail/transport";
import type { TestDatabase } from "./database";
import { addPerson, addTable, sit, testServices } from "./people";

export async function mailWorld({ db }: TestDatabase, start: string) {
  let now = new Date(start);
  const services = testServices(db, { clock: () => now });
  const table = await addTable(services, `postipoyta-${randomUUID()}`);
  const email = `liperi-${randomUUID()}@example.fi`;
  const reader = await addPerson(services, { name: "Liperin edustaja", email });
  const actor = await addPerson(services, { name: "Sihteeri" });
  const seat = await sit(services, {
    ...{ personId: reader, tableId: table.id, role: "member" as const },
    ...{ partyId: table.party, speaks: true },
  });
  const sent: (OutgoingMail & { at: string })[] = [];
  let answer: Delivery | "crash" = { ok: true };
  const transport: MailTransport = {
    async send(mail) {
      if (answer !== "crash" && !answer.ok) return answer;
      sent.push({ ...mail, at: now.toISOString() });
      if (answer === "crash") throw new Error("the process was gone");
      return answer;
    },
    close: () => undefined,
  };
  const deps: MailDeps = { ...services, transport };
  return {
    ...{ services, deps, table, reader, actor, seat, email },
    sent: () => sent.filter(({ to }) => to === email),
    answerWith: (given: Delivery | "crash") => {
      answer = given;
    },
    at: (time: string | Date) => {
      now = new Date(time);
    },
    now: () => now,
    tell: (kind: NotificationKind, key: string = randomUUID()) =>
      db
        .transaction()
        .execute((trx) =>
          tell(trx, now, { kind, tableId: table.id, to: [reader, actor], actorId: actor, key }),
        ),
    /** One round of the worker's work; `as` another server when it is given. */
    async work(as: MailDeps = deps) {
      await settleNotifications(as);
      for (const { id } of await waitingMails(as)) await sendMail(as, id);
    },
  };
}
export type MailWorld = Awaited<ReturnType<typeof mailWorld>>;

/** Moves the clock in steps and works at each; both ends included. */
export async function workThrough(world: MailWorld, until: string, minutes = 60): Promise<void> {
  for (let time = world.now().getTime(); time <= new Date(until).getTime(); time += minutes * 60_000) {
    world.at(new Date(time));
    await world.work();
  }
}
