import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "../../server/authorize.server";
import { outboxPage } from "../../server/queries/outbox-page.server";
import { requestLanguage, titleIn } from "../../server/request.server";
import { OutboxPage } from "../features/notifications/outbox-page";

/** In demo mode only: there every seat is open to everyone, and so are its messages. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, viewer } = context;
  if (!services.config.demo) throw notFound();
  const onlyMine = new URL(request.url).searchParams.has("mine");
  return json({
    title: titleIn(requestLanguage(request, viewer), "notifications.outbox.title"),
    signedIn: viewer !== null,
    onlyMine,
    ...(await outboxPage(services, viewer, onlyMine)),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Outbox() {
  return <OutboxPage {...useLoaderData<typeof loader>()} />;
}
