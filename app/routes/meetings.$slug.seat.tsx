import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayDo } from "../../server/authorize.server";
import { createSeatLink } from "../../server/commands/meetings/create-seat-link.server";
import { formOf } from "../../server/form.server";
import { pageTitle } from "../../server/page-title.server";
import { qrCode } from "../../server/qr-code.server";
import { readableMeeting } from "../../server/queries/readable-meeting.server";
import { requireViewer } from "../../server/request.server";
import { SeatCodePage } from "../features/meetings/seat-code-page";
import { paths } from "../paths";
import { useKeptActionData } from "../ui/use-kept-action-data";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const { meeting, actor } = await readableMeeting(context.services, viewer, params.slug!);
  const { slug, number, year } = meeting;
  return json({
    meeting: { slug, number, year },
    canMake: mayDo(actor, "meeting.attend", meeting),
    title: pageTitle(request, viewer, "meetings.seat.title"),
  });
}

/** The address is shown once, in the answer: only its hash is kept. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  await formOf(request);
  const token = await createSeatLink(context.services, viewer, params.slug!);
  const address = new URL(paths.seat(token), context.services.config.publicOrigin).href;
  const headers = { "Cache-Control": "private, no-store" };
  return json({ made: { code: qrCode(address), address } }, { headers });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SeatCodeRoute() {
  const answer = useKeptActionData<typeof action>();
  const { meeting, canMake } = useLoaderData<typeof loader>();
  return <SeatCodePage meeting={meeting} canMake={canMake} made={answer?.made ?? null} />;
}
