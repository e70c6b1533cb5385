import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { noteSeatSeen } from "../../server/commands/meetings/note-seat-seen.server";
import { keepSeat } from "../../server/commands/meetings/seat-intents.server";
import { formOf, refuse } from "../../server/form.server";
import { seatPage } from "../../server/queries/seat-page.server";
import { requestLanguage, titleIn } from "../../server/request.server";
import { ClosedSeatPage, SeatPage } from "../features/meetings/seat-page";
import { paths } from "../paths";

/** The token is the address: it leaves this page in no Referer, and no cache keeps it. */
const PRIVATE = { "Referrer-Policy": "strict-origin", "Cache-Control": "private, no-store" };

/** Only looks: no session is made, and nothing is written but that the telephone is there. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const title = titleIn(requestLanguage(request, context.viewer), "meetings.seat.title");
  const open = await seatPage(context.services, params.token!);
  if (!open) return json({ open: null, title }, { status: 404, headers: PRIVATE });
  await noteSeatSeen(context.services, open.seat);
  const seat = { ...open.page, token: params.token!, formKey: crypto.randomUUID() };
  return json({ open: seat, title }, { headers: PRIVATE });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await formOf(request);
  const outcome = await keepSeat(context.services, params.token!, form);
  if (!outcome.ok) return refuse(outcome, form);
  if (request.headers.get("Accept")?.includes("application/json")) return json({ ok: true });
  return redirect(paths.seat(params.token!), 303);
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SeatRoute() {
  const page = useLoaderData<typeof loader>();
  const { open } = page;
  return open ? <SeatPage {...open} /> : <ClosedSeatPage />;
}
