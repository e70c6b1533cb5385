import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiAnswer } from "../../server/api-answer.server";
import { apiMeeting } from "../../server/queries/api-meeting.server";

export const loader = (args: LoaderFunctionArgs) =>
  apiAnswer(args, (services, viewer) => apiMeeting(services, viewer, args.params.slug ?? ""));
