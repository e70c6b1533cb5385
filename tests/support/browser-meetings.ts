/** What seats send to meetings as their forms do, for browser tests that begin in the middle of one. */
import { randomUUID } from "node:crypto";
import { cookieOf } from "../e2e/fixtures";

/** Sends a form as a seat; the answer is where it leads. */
export async function sendAs(
  origin: string,
  seat: string,
  path: string,
  form: Record<string, string>,
): Promise<string> {
  const answer = await fetch(`${origin}${path}`, {
    method: "POST",
    body: new URLSearchParams({ key: randomUUID(), ...form }),
    headers: { Origin: origin, Cookie: await cookieOf(origin, seat) },
    redirect: "manual",
  });
  if (answer.status >= 400) throw new Error(`${seat} at ${path}: ${answer.status} ${await answer.text()}`);
  return answer.headers.get("location") ?? "";
}

/** Calls a meeting of the co-operation group of municipalities; the answer is its address. */
export async function callMeeting(
  origin: string,
  number: number,
  more: Record<string, string> = {},
): Promise<string> {
  const settings = await sendAs(origin, "sihteeri", "/tables/kuntayhteistyoryhma/meetings/new", {
    ...{ number: String(number), year: "2031", date: "2031-05-20", starts: "13:00", ends: "15:00" },
    ...more,
  });
  return settings.replace(/\/settings.*$/, "");
}

/** Puts a draft on the agenda of a meeting, as an item of this title. */
export async function addItem(
  origin: string,
  meeting: string,
  draft: string,
  { title, proposal = "" }: { title: string; proposal?: string },
): Promise<void> {
  await sendAs(origin, "sihteeri", `${meeting}/settings`, {
    ...{ intent: "add-item", kind: "ordinary", title, proposal, draft: draft.replace("/drafts/", "") },
  });
}
