import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AgendaAttachment } from "../../../server/queries/agenda.server";
import { paths } from "../../paths";

/** `Liite 1: Jaottelu, versio 2`, leading to the version, the live draft or the file. */
export function AttachmentLink({ slug, attachment }: { slug: string; attachment: AgendaAttachment }) {
  const { t } = useTranslation();
  const { number, title, kind, draft, version, name } = attachment;
  const words = [
    t("agenda.attachmentLine", { number, title }),
    version !== null && t("agenda.page.version", { number: version }),
    name?.split(".").at(-1)?.toUpperCase(),
  ]
    .filter(Boolean)
    .join(", ");
  if (kind === "file")
    return (
      <Link reloadDocument to={paths.agendaAttachment(slug, attachment.id)}>
        {words}
      </Link>
    );
  if (!draft) return words;
  return (
    <Link to={version === null ? paths.draft(draft.slug) : paths.version(draft.slug, version)}>{words}</Link>
  );
}
