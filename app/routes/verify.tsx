import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { requestLanguage, titleIn } from "../../server/request.server";
import { VerifyPage } from "../features/decisions/verify-page";

/** For anybody: nothing is asked of the server but these words. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return json({ title: titleIn(requestLanguage(request, context.viewer), "seals.verify.title") });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function VerifyRoute() {
  return <VerifyPage />;
}
