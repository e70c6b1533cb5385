import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiAnswer } from "../../server/api-answer.server";
import { apiMeetingDecisions } from "../../server/queries/api-meeting.server";

export const loader = (args: LoaderFunctionArgs) =>
  apiAnswer(args, (services, viewer) => apiMeetingDecisions(services, viewer, args.params.slug ?? ""));
