import type { Outcome } from "../../../app/messages/problem";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { startSession } from "./sign-in.server";

/** Sits down on a seat of the demo, without a password. The caller has seen that demo mode is on. */
export async function takeDemoSeat(
  services: Services,
  { seat, device, previous }: { seat: string; device: string; previous: Viewer | null },
): Promise<Outcome<{ setCookie: string }>> {
  const person = await services.db
    .selectFrom("persons")
    .select("id")
    .where("demo_seat", "=", seat)
    .executeTakeFirst();
  if (!person) return { ok: false, error: "session.demo.unknownSeat" };
  return { ok: true, setCookie: await startSession(services, person.id, device, previous, "demo-seat") };
}
