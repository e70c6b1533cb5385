import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportRoute } from "../../server/export/export-route.server";

export function loader(args: LoaderFunctionArgs) {
  return exportRoute(args, "md");
}
