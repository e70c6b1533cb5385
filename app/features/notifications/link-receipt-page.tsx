import "../../styles/notifications.css";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { ValueMark } from "../positions/value-mark";
import type { LinkPositions } from "./link-positions-page";

/** What was given, and the way back. */
export function LinkReceiptPage({ page }: { page: LinkPositions }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { receipt, data, draft } = page;
  const given = receipt.filter(({ isNew }) => isNew);
  const labelOf = (categoryId: string | null) => {
    const label = data.rows.find((row) => row.categoryId === categoryId)?.label;
    return label ? inLanguage(label, language) : t("positions.whole");
  };
  return (
    <Page
      narrow
      title={t("notifications.link.receiptTitle")}
      lead={t("notifications.forParty", { party: data.party.name })}
    >
      <Notice kind="ok">
        <p role="status">{t("notifications.link.receipt")}</p>
      </Notice>
      <ul className="card told-list">
        {receipt.map(({ id, categoryId, value, reason }) => (
          <li key={id} className="told">
            <div className="told__words">
              <strong>{labelOf(categoryId)}</strong>
              <br />
              <ValueMark value={value ?? "missing"} />
              {reason && <p className="told__excerpt">{reason}</p>}
            </div>
          </li>
        ))}
      </ul>
      {given.length > 0 && (
        <Form method="post" action="?" className="told-level">
          <input type="hidden" name="given" value={given.map(({ id }) => id).join(".")} />
          <p className="muted">{t("notifications.link.undoHint")}</p>
          <Button type="submit" name="intent" value="undo">
            {t("notifications.link.undo")}
          </Button>
        </Form>
      )}
      <p>
        <Link to="?">{t("notifications.link.more")}</Link>
      </p>
      <p>
        <Link to={paths.draft(draft.slug)}>{t("notifications.link.openDraft")}</Link>
      </p>
    </Page>
  );
}
