import { useTranslation } from "react-i18next";
import type { AttachmentLine } from "../../../server/queries/statement-draft.server";
import { paths } from "../../paths";

interface Props {
  roundSlug: string;
  partySlug: string;
  attachments: AttachmentLine[];
}

export function AttachmentList({ roundSlug, partySlug, attachments }: Props) {
  const { t } = useTranslation();
  if (attachments.length === 0) return null;
  return (
    <ul className="attachment-list" aria-label={t("statements.write.attachments")}>
      {attachments.map(({ id, name, size }) => (
        <li key={id}>
          <a href={paths.attachment(roundSlug, partySlug, id)}>{name}</a>{" "}
          <span className="muted">
            {t("statements.attachments.size", { kilobytes: Math.ceil(size / 1024) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
