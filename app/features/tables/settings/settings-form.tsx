import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../../paths";
import { Notice } from "../../../ui/page";
import { type FormAnswer, useAnswer } from "../../session/use-answer";

/** What each form of the settings does; the action (routes/tables.$slug.settings) has one command for each. */
export type SettingsIntent =
  | "change-table"
  | "change-meeting-rules"
  | "add-party"
  | "create-party"
  | "change-party"
  | "remove-party"
  | "change-membership"
  | "end-membership"
  | "create-invitation"
  | "revoke-invitation";

/** One form of the settings page with its intent and, in a list, the row it is about. */
export function SettingsForm({
  intent,
  hidden = {},
  className,
  children,
}: {
  intent: SettingsIntent;
  hidden?: Record<string, string>;
  className?: string;
  children: (answer: FormAnswer) => ReactNode;
}) {
  const { t } = useTranslation();
  const fixed = { intent, ...hidden };
  const answer = useAnswer(fixed);
  return (
    <Form method="post" className={className} preventScrollReset>
      {Object.entries(fixed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {answer.general && (
        <Notice kind="error">
          {answer.general}{" "}
          {answer.error === "tables.errors.signInAgain" && (
            <a href={paths.signIn()}>{t("tables.settings.signInAgain")}</a>
          )}
        </Notice>
      )}
      {children(answer)}
    </Form>
  );
}
