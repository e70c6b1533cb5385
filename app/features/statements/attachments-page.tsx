import "../../styles/statements.css";
import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { attachmentsPage } from "../../../server/queries/statement-page.server";
import { ATTACHMENT_BYTES_MAX, ATTACHMENT_TYPE } from "../../domain/statements/attachments";
import type { Problem } from "../../messages/problem";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { Field } from "../../ui/field";
import { Notice } from "../../ui/page";
import { DraftPage } from "../drafts/draft-page";

type Props = Awaited<ReturnType<typeof attachmentsPage>> & { answer: { problem: Problem } | undefined };

/** The attachments of a draft statement. Works without JavaScript. */
export function AttachmentsPage({ frame, round, party, attachments, mayChange, answer }: Props) {
  const { t } = useTranslation();
  const isBusy = useNavigation().state === "submitting";
  const problem = answer?.problem;
  const words = problem ? t(problem.error, problem.values ?? {}) : undefined;
  const isOfFile = problem?.field === "file";
  return (
    <DraftPage
      frame={frame}
      title={t("statements.attachments.title", { party: party.name })}
      lead={t("statements.attachments.lead", { max: ATTACHMENT_BYTES_MAX / 1024 / 1024 })}
      actions={
        <LinkButton to={paths.statement(round.slug, party.slug)}>
          {t("statements.attachments.back")}
        </LinkButton>
      }
    >
      {words && !isOfFile && <Notice kind="error">{words}</Notice>}
      {!mayChange && <Notice>{t("statements.attachments.cannot")}</Notice>}
      {attachments.length === 0 ? (
        <p className="muted">{t("statements.write.noAttachments")}</p>
      ) : (
        <ul className="attachment-list">
          {attachments.map(({ id, name, size }) => (
            <li key={id} className="row">
              <a href={paths.attachment(round.slug, party.slug, id)}>{name}</a>
              <span className="muted">
                {t("statements.attachments.size", { kilobytes: Math.ceil(size / 1024) })}
              </span>
              {mayChange && (
                <Form method="post" action={`${paths.attachments(round.slug, party.slug)}?index`}>
                  <input type="hidden" name="attachment" value={id} />
                  <Button
                    type="submit"
                    name="intent"
                    value="remove"
                    aria-label={t("statements.attachments.removeOf", { name })}
                  >
                    {t("statements.attachments.remove")}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <Form
          method="post"
          action={`${paths.attachments(round.slug, party.slug)}?index`}
          encType="multipart/form-data"
          className="card send-form"
          noValidate
        >
          <Field
            name="file"
            type="file"
            accept={ATTACHMENT_TYPE}
            label={t("statements.attachments.file")}
            error={isOfFile ? words : undefined}
            required
          />
          <Button type="submit" variant="primary" disabled={isBusy}>
            {t("statements.attachments.add")}
          </Button>
        </Form>
      )}
    </DraftPage>
  );
}
