import { useTranslation } from "react-i18next";
import type { RecipientStatus } from "../../domain/statements/round";
import { Badge } from "../../ui/page";

const MARKS = { open: "○", given: "✓", late: "!" };
const KINDS = { open: undefined, given: "ok", late: "change" };

/** The status in a word and a mark, never colour alone. */
export function StatusBadge({ status, isLate = false }: { status: RecipientStatus; isLate?: boolean }) {
  const { t } = useTranslation();
  const kind = KINDS[status];
  return (
    <Badge {...(kind && { kind })}>
      <span aria-hidden="true">{MARKS[status]}</span>
      {t(`statements.status.${status === "given" && isLate ? "givenLate" : status}`)}
    </Badge>
  );
}

/** Beside words that were invented for the demo. */
export function ExampleBadge() {
  const { t } = useTranslation();
  return (
    <span title={t("statements.exampleHint")}>
      <Badge kind="draft">{t("statements.example")}</Badge>
    </span>
  );
}
