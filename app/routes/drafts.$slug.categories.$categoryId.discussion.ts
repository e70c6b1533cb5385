import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { talk } from "../../server/commands/discussion/discussion-intents.server";
import { formOf, refuse } from "../../server/form.server";
import { categoryTalk } from "../../server/queries/category-discussion.server";
import { requireViewer } from "../../server/request.server";
import { paths } from "../paths";

/** For the board's panel. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const data = await categoryTalk(context.services, viewer, params.slug!, params.categoryId!);
  return json(data, { headers: { "Cache-Control": "private, no-store" } });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const form = await formOf(request);
  const categoryId = params.categoryId!;
  const answer = await talk(context.services, viewer, params.slug!, form, { kind: "category", categoryId });
  if (!answer.ok) return refuse(answer, form);
  if (request.headers.get("Accept")?.includes("application/json")) return json(answer);
  return redirect(paths.draft(params.slug!, categoryId), 303);
}
