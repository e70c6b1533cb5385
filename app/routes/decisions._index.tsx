import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "../../server/page-title.server";
import { decisionRegister, registerChoice } from "../../server/queries/decision-register.server";
import { requireViewer } from "../../server/request.server";
import { RegisterPage } from "../features/decisions/register-page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const asked = new URL(request.url).searchParams;
  const register = await decisionRegister(context.services, viewer, registerChoice(asked));
  return json({ register, title: pageTitle(request, viewer, "seals.register.title") });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function DecisionsRoute() {
  return <RegisterPage register={useLoaderData<typeof loader>().register} />;
}
