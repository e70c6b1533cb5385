import type { LoaderFunctionArgs } from "@remix-run/node";
import { decisionPdfRoute } from "../../server/export/decision-response.server";

export const loader = (args: LoaderFunctionArgs) => decisionPdfRoute(args);
