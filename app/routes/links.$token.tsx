import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { actOnLink, idsOf } from "../../server/commands/notifications/act-on-link.server";
import { formOf, typedIn } from "../../server/form.server";
import { decisionCards } from "../../server/queries/decision-cards.server";
import { linkPositions, linkRound, receiptOf } from "../../server/queries/link-page.server";
import { mailedLink } from "../../server/queries/mailed-link.server";
import { requestLanguage, titleIn } from "../../server/request.server";
import { LinkDecisionPage } from "../features/notifications/link-decision-page";
import { ClosedLinkPage, LinkPositionsPage } from "../features/notifications/link-positions-page";
import { LinkReceiptPage } from "../features/notifications/link-receipt-page";
import { LinkStatementPage } from "../features/notifications/link-statement-page";
import { paths } from "../paths";
import { POSITION_FORM_FIELDS_MAX } from "../protocol/position-form";
import { useKeptActionData } from "../ui/use-kept-action-data";

/** The token is the address: it leaves this page in no Referer, and no cache keeps it. */
const PRIVATE = { "Referrer-Policy": "strict-origin", "Cache-Control": "private, no-store" };

/** Only looks: no session is made and nothing is written. The receipt names what was given in its own address. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services, viewer } = context;
  const language = requestLanguage(request, viewer);
  const link = await mailedLink(services, params.token!);
  const title = titleIn(language, "notifications.link.title");
  if ("closed" in link)
    return json({ kind: "closed", why: link.closed, title } as const, { status: 404, headers: PRIVATE });
  const { personName: name, purpose } = link.open;
  const about = { title, name, partyId: link.open.partyId };
  if (purpose === "statement") {
    const round = await linkRound(services, link.open);
    return json(
      {
        kind: "statement",
        ...about,
        ...round,
        isSent: new URL(request.url).searchParams.has("sent"),
      } as const,
      { headers: PRIVATE },
    );
  }
  const { searchParams } = new URL(request.url);
  if (purpose === "decision") {
    const [card] = await decisionCards(
      services,
      { personId: link.open.personId },
      { id: link.open.proposedDecisionId! },
    );
    const shown = { card: card!, formKey: randomUUID(), given: searchParams.has("given") };
    return json({ kind: "decision", ...about, ...shown, undone: searchParams.has("undone") } as const, {
      headers: PRIVATE,
    });
  }
  const ids = idsOf(searchParams.get("receipt") ?? "");
  const page = await linkPositions(services, link.open);
  const given = new Set(idsOf(searchParams.get("new") ?? ""));
  const receipt = (await receiptOf(services, link.open, ids)).map((row) => ({
    ...row,
    isNew: given.has(row.id),
  }));
  const undone = searchParams.get("undone");
  return json({ kind: "positions", ...about, ...page, receipt, undone } as const, { headers: PRIVATE });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** A person's press acts; a form without a choice is refused, whoever sends it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await formOf(request, POSITION_FORM_FIELDS_MAX);
  const token = params.token!;
  const done = await actOnLink(context.services, token, form);
  if ("to" in done) return redirect(`${paths.mailedLink(token)}?${done.to}`);
  if ("closed" in done) return json({ ...NOTHING, why: done.closed }, { status: 404 });
  return json({ ...NOTHING, ...done, typed: typedIn(form) }, { status: 400 });
}

/** An answer's parts that are absent in most. */
const NOTHING = { why: null, outcomes: {}, problem: null, typed: {} };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function MailedLink() {
  const page = useLoaderData<typeof loader>();
  const answer = useKeptActionData<typeof action>();
  if (page.kind === "closed") return <ClosedLinkPage why={page.why} />;
  if (page.kind === "decision") return <LinkDecisionPage page={page} answer={answer} />;
  if (page.kind === "statement") return <LinkStatementPage page={page} answer={answer} />;
  if (page.receipt.length > 0 && !answer) return <LinkReceiptPage page={page} />;
  return <LinkPositionsPage page={page} answer={answer} />;
}
