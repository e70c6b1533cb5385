import "../../styles/agenda.css";
import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CalendarsPage as CalendarsPageData } from "../../../server/queries/calendar.server";
import { inLanguage } from "../../domain/languages";
import type { Problem } from "../../messages/problem";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { Field, SelectField } from "../../ui/field";
import { formatDateTime } from "../../ui/format";
import { EmptyState, Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";

type Answer = { link: string } | { revoked: true } | (Problem & { typed: Record<string, string> });

/** Addresses of one's calendars: made, seen once, and taken out of use. */
export function CalendarsPage({ page, answer }: { page: CalendarsPageData; answer: Answer | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isBusy = useNavigation().state === "submitting";
  const problem = answer && "error" in answer ? answer : null;
  return (
    <Page narrow title={t("agenda.calendars.title")} lead={t("agenda.calendars.lead")}>
      <div className="stack">
        <section className="card" aria-labelledby="make">
          <h2 id="make" className="visually-hidden">
            {t("agenda.calendars.make")}
          </h2>
          <Form method="post" action={paths.calendars()}>
            <SelectField
              name="table"
              label={t("agenda.calendars.which")}
              error={problem ? t(problem.error, problem.values ?? {}) : undefined}
            >
              <option value="">{t("agenda.calendars.all")}</option>
              {page.tables.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {inLanguage(name, language)}
                </option>
              ))}
            </SelectField>
            <Button type="submit" variant="primary" name="intent" value="make" disabled={isBusy}>
              {t("agenda.calendars.make")}
            </Button>
          </Form>
          <div role="status">
            {answer && "link" in answer && (
              <Notice kind="ok">
                <p>{t("agenda.calendars.newLink")}</p>
                <Field
                  label={t("agenda.calendars.link")}
                  readOnly
                  value={answer.link}
                  onFocus={(event) => event.currentTarget.select()}
                />
                <p>{t("agenda.calendars.howTo")}</p>
                <p>{t("agenda.calendars.secret")}</p>
              </Notice>
            )}
            {answer && "revoked" in answer && <Notice kind="ok">{t("agenda.calendars.revoked")}</Notice>}
          </div>
        </section>
        <section className="card" aria-labelledby="links">
          <h2 id="links">{t("agenda.calendars.list")}</h2>
          {page.links.length === 0 && (
            <EmptyState title={t("agenda.calendars.emptyTitle")}>
              {t("agenda.calendars.emptyText")}
            </EmptyState>
          )}
          <ul className="calendar-links">
            {page.links.map(({ id, table, madeAt }) => {
              const name = table ? inLanguage(table, language) : t("agenda.calendars.all");
              return (
                <li key={id}>
                  <span>
                    <strong>{name}</strong>
                    <span className="muted">
                      {" "}
                      · {t("agenda.calendars.made", { time: formatDateTime(madeAt, language) })}
                    </span>
                  </span>
                  <Form method="post" action={paths.calendars()}>
                    <input type="hidden" name="link" value={id} />
                    <Button
                      type="submit"
                      name="intent"
                      value="revoke"
                      aria-label={t("agenda.calendars.revokeNamed", { name })}
                    >
                      {t("agenda.calendars.revoke")}
                    </Button>
                  </Form>
                </li>
              );
            })}
          </ul>
        </section>
      </div>
    </Page>
  );
}
