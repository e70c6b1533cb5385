import type { LoaderFunctionArgs } from "@remix-run/node";
import { minutesRoute } from "../../server/export/minutes-response.server";

export const loader = (args: LoaderFunctionArgs) => minutesRoute(args, "docx");
