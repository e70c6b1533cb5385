import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { confirmToldPosition } from "../../server/commands/positions/confirm-told-position.server";
import { enterToldPosition } from "../../server/commands/positions/enter-told-position.server";
import { givePosition } from "../../server/commands/positions/give-position.server";
import { keepPosition } from "../../server/commands/positions/keep-position.server";
import { onePosition, organOf, partyOf } from "../../server/commands/positions/position-form.server";
import { preparePosition } from "../../server/commands/positions/prepare-position.server";
import { takeBackPosition } from "../../server/commands/positions/take-back-position.server";
import { formOf, idOf, textOf, typedIn } from "../../server/form.server";
import { categoryPositions } from "../../server/queries/category-positions.server";
import { requireViewer } from "../../server/request.server";
import type { Services } from "../../server/services";
import type { Viewer } from "../../server/session.server";
import { paths } from "../paths";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const data = await categoryPositions(context.services, viewer, params.slug!, params.categoryId!);
  return json(data, { headers: { "Cache-Control": "private, no-store" } });
}

/** From the board's panel; a page without JavaScript is sent back to the open category. What is refused comes as JSON. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const [slug, categoryId] = [params.slug!, params.categoryId!];
  const outcome = await run(context.services, viewer, { slug, categoryId }, form);
  if (!outcome.ok) return json({ ...outcome, typed: typedIn(form) }, { status: 400 });
  if (request.headers.get("Accept")?.includes("application/json")) return json(outcome);
  return redirect(paths.draft(slug, categoryId), 303);
}

async function run(
  services: Services,
  viewer: Viewer,
  subject: { slug: string; categoryId: string },
  form: FormData,
) {
  const { value, reason, shownHash, shownText, afterId } = onePosition(form, subject.categoryId);
  const partyId = partyOf(form);
  const words = { value, reason, ...organOf(form) };
  const shown = { shownHash, shownText };
  switch (textOf(form, "intent")) {
    case "give":
      return givePosition(services, viewer, { ...subject, partyId, ...words, ...shown, afterId });
    case "keep":
      return keepPosition(services, viewer, {
        ...subject,
        partyId,
        ...shown,
        positionId: idOf(form, "after"),
      });
    case "takeBack":
      return takeBackPosition(services, viewer, { ...subject, partyId, positionId: idOf(form, "after") });
    case "prepare":
      return preparePosition(services, viewer, { ...subject, partyId, value, reason });
    case "enterTold": {
      const told = { partyId: idOf(form, "party"), toldBy: textOf(form, "toldBy"), ...words };
      return enterToldPosition(services, viewer, { ...subject, ...told, ...shown, afterId });
    }
    case "confirmTold":
      return confirmToldPosition(services, viewer, {
        slug: subject.slug,
        positionId: idOf(form, "after"),
      });
    default:
      throw new Response("bad-request", { status: 400 });
  }
}
