import { type ActionFunctionArgs, json, redirect } from "@remix-run/node";
import { recordWish } from "../../server/commands/split/record-wish.server";
import { formOf, textOf } from "../../server/form.server";
import { requireViewer } from "../../server/request.server";
import { paths } from "../paths";

/** From the board's panel; a page without JavaScript is sent back to the open category. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const wish = textOf(await formOf(request), "wish");
  const categoryId = params.categoryId!;
  const answer = await recordWish(context.services, viewer, { slug: params.slug!, categoryId, wish });
  if (!request.headers.get("Accept")?.includes("application/json"))
    return redirect(paths.draft(params.slug!, categoryId), 303);
  return answer.ok
    ? json({ ok: true as const })
    : json({ error: `board.wish.${answer.error}` as const, fields: { wish } }, { status: 400 });
}
