import type { LoaderFunctionArgs } from "@remix-run/node";
import { bundleRoute } from "../../server/export/decision-response.server";

export const loader = (args: LoaderFunctionArgs) => bundleRoute(args);
