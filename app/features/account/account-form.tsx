import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Notice } from "../../ui/page";
import { type FormAnswer, useAnswer } from "../session/use-answer";

/** One form of the account page with its intent; says so when it was just saved. */
export function AccountForm({
  intent,
  title,
  lead,
  saved,
  children,
}: {
  intent: "change-details" | "change-password" | "change-email";
  title: string;
  lead?: ReactNode;
  saved: string | null;
  children: (answer: FormAnswer) => ReactNode;
}) {
  const answer = useAnswer({ intent });
  return (
    <section className="card account-part" aria-labelledby={intent}>
      <h2 id={intent}>{title}</h2>
      {lead && <div className="account-part__lead">{lead}</div>}
      <div role="status">{saved && <Notice kind="ok">{saved}</Notice>}</div>
      {answer.general && <Notice kind="error">{answer.general}</Notice>}
      {/* The whole document comes anew: language, name and session may be other ones. */}
      <Form method="post" reloadDocument className="session-form">
        <input type="hidden" name="intent" value={intent} />
        {children(answer)}
      </Form>
    </section>
  );
}
