import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "../../server/page-title.server";
import { proposalPage } from "../../server/queries/positions-page.server";
import { requireViewer } from "../../server/request.server";
import { ProposalPage } from "../features/positions/proposal-page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const { frame, ...proposal } = await proposalPage(context.services, viewer, params.slug!, params.id!);
  return json({
    frame,
    proposal,
    title: pageTitle(request, viewer, "positions.proposal.title", frame.title),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ProposalRoute() {
  return <ProposalPage {...useLoaderData<typeof loader>()} />;
}
