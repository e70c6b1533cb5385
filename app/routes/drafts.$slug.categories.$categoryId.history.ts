import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { categoryHistory } from "../../server/queries/category-history.server";
import { requireViewer } from "../../server/request.server";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const lines = await categoryHistory(context.services, viewer, params.slug!, params.categoryId!);
  return json({ lines }, { headers: { "Cache-Control": "private, no-store" } });
}
