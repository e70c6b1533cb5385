import { Form, useNavigation } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Approval, MinutesPage } from "../../../server/queries/minutes-page.server";
import { SHORT_HASH_CHARACTERS } from "../../domain/decisions/decision";
import { Button } from "../../ui/button";
import { CheckField } from "../../ui/field";
import { formatDateTime } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";
import { useAnswer } from "../session/use-answer";

/** Chair and secretary approve the text that they see: the form names it by its hash. */
export function ApprovalSection({ page, formKey }: { page: MinutesPage; formKey: string }) {
  const { t } = useTranslation();
  const { polished, approvals } = page;
  if (!polished) return null;
  return (
    <section className="card" aria-labelledby="minutes-approval">
      <h2 id="minutes-approval">{t("minutes.page.approve")}</h2>
      <p className="muted">
        {t("minutes.page.text", { hash: polished.hash.slice(0, SHORT_HASH_CHARACTERS) })}
      </p>
      {approvals.map((approval) => (
        <One key={approval.role} approval={approval} polished={polished} formKey={formKey} />
      ))}
    </section>
  );
}

interface OneProps {
  approval: Approval;
  polished: NonNullable<MinutesPage["polished"]>;
  formKey: string;
}

function One({ approval: { role, at, isVoid, mayApprove }, polished, formKey }: OneProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isBusy = useNavigation().state === "submitting";
  const answer = useAnswer({ intent: "approve", role });
  const id = useId();
  const unconfirmed = answer.at("confirmed");
  return (
    <div className="minutes-approval">
      <p>
        {at ? (
          <strong>✓ {t(`minutes.page.approved.${role}`, { time: formatDateTime(at, language) })}</strong>
        ) : (
          t(`minutes.page.waiting.${role}`)
        )}
      </p>
      {isVoid && <p className="minutes-void">{t("minutes.page.voided")}</p>}
      {mayApprove && (
        <Form method="post">
          <input type="hidden" name="role" value={role} />
          <input type="hidden" name="hash" value={polished.hash} />
          <input type="hidden" name="key" value={`${formKey}-${role}`} />
          {polished.isCommenting && (
            <CheckField
              name="confirmed"
              label={t("minutes.page.confirmComments")}
              aria-invalid={unconfirmed ? true : undefined}
              aria-describedby={unconfirmed && id}
            />
          )}
          {unconfirmed && (
            <p className="field__error" id={id} role="alert">
              {unconfirmed}
            </p>
          )}
          <Button type="submit" name="intent" value="approve" variant="primary" disabled={isBusy}>
            {t(`minutes.page.approveAs.${role}`)}
          </Button>
        </Form>
      )}
    </div>
  );
}
