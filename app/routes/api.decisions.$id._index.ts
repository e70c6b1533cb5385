import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiAnswer } from "../../server/api-answer.server";
import { apiDecision } from "../../server/export/decision-response.server";

export const loader = (args: LoaderFunctionArgs) =>
  apiAnswer(args, (services, viewer) => apiDecision(services, viewer, args.params.id ?? ""));
