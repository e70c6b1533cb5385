import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { API_HEADERS } from "../../server/api-answer.server";
import { knownSeal } from "../../server/queries/known-seal.server";

/** Whether a seal is in the register here: for anybody who has one. It tells nothing of what was sealed. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const seal = await knownSeal(context.services, params.sha256 ?? "");
  return seal
    ? json(seal, { headers: API_HEADERS })
    : json({ error: "not-found" }, { status: 404, headers: API_HEADERS });
}
