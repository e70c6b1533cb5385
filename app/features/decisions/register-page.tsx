import "../../styles/register.css";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type {
  RegisterPage as Register,
  RegisterLine,
} from "../../../server/queries/decision-register.server";
import { OUTCOMES, SHORT_HASH_CHARACTERS } from "../../domain/decisions/decision";
import { inLanguage } from "../../domain/languages";
import { meetingNumber } from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { Field, SelectField } from "../../ui/field";
import { formatDateTime } from "../../ui/format";
import { Badge, EmptyState, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";

/** Stated decisions of the viewer's tables, chosen by table, region, year, state and words. */
export function RegisterPage({ register }: { register: Register }) {
  const { t } = useTranslation();
  const { lines, count, choice } = register;
  const isChosen = Object.values(choice).some(Boolean);
  const query = new URLSearchParams(Object.entries(choice).filter(([, value]) => value)).toString();
  return (
    <Page
      title={t("seals.register.title")}
      lead={t("seals.register.lead")}
      actions={
        <>
          <Link className="button" to={paths.verify()}>
            {t("seals.sealed.verify")}
          </Link>
          {/* A file, not a page: the router must not follow it. */}
          <a className="button" href={`${paths.decisionsCsv()}${query && `?${query}`}`}>
            {t("seals.register.csv")}
          </a>
        </>
      }
    >
      <ChoiceForm register={register} />
      <p role="status">
        <strong>{t("seals.register.count", { count })}</strong>{" "}
        {isChosen && <Link to={paths.decisions()}>{t("seals.register.clear")}</Link>}
      </p>
      {lines.length === 0 ? (
        <EmptyState title={t(isChosen ? "seals.register.noneTitle" : "seals.register.emptyTitle")}>
          {t(isChosen ? "seals.register.noneText" : "seals.register.emptyText")}
        </EmptyState>
      ) : (
        <ul className="register-list">
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
      )}
      <Pages register={register} />
    </Page>
  );
}

function ChoiceForm({ register: { choice, tables, regions, years } }: { register: Register }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const all = <option value="">{t("seals.register.all")}</option>;
  return (
    <Form method="get" className="card register-choice">
      <Field name="q" label={t("seals.register.q")} defaultValue={choice.q} maxLength={200} />
      <SelectField name="table" label={t("seals.register.table")} defaultValue={choice.table}>
        {all}
        {tables.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {inLanguage(name, language)}
          </option>
        ))}
      </SelectField>
      {regions.length > 1 && (
        <SelectField name="region" label={t("seals.register.region")} defaultValue={choice.region}>
          {all}
          {regions.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {inLanguage(name, language)}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField name="year" label={t("seals.register.year")} defaultValue={choice.year}>
        {all}
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </SelectField>
      <SelectField name="state" label={t("seals.register.state")} defaultValue={choice.state}>
        {all}
        {OUTCOMES.map((outcome) => (
          <option key={outcome} value={outcome}>
            {t(`decisions.outcome.${outcome}`)}
          </option>
        ))}
        <option value="corrected">{t("seals.register.corrected")}</option>
      </SelectField>
      <Button type="submit">{t("seals.register.submit")}</Button>
    </Form>
  );
}

function Line({ line }: { line: RegisterLine }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { table, meeting, draft, outcome, correctedBy } = line;
  const facts = [
    inLanguage(table.name, language),
    meeting && t("seals.sealed.meeting", { number: meetingNumber(meeting) }),
    t("seals.sealed.version", { draft: inLanguage(draft.title, language), number: draft.version }),
    t("seals.register.stated", { time: formatDateTime(line.statedAt, language) }),
    t("decisions.card.seal", { hash: line.seal.slice(0, SHORT_HASH_CHARACTERS) }),
  ].filter(Boolean);
  return (
    <li className="card register-line">
      <p className="register-line__head">
        <Link to={paths.decision(line.id)}>{t("seals.sealed.name", { number: meetingNumber(line) })}</Link>{" "}
        <Badge kind={outcome === "notReached" ? "change" : "ok"}>{t(`decisions.outcome.${outcome}`)}</Badge>{" "}
        {correctedBy && <Badge kind="change">{t("seals.register.corrected")}</Badge>}{" "}
        {line.isExample && <Badge>{t("decisions.card.example")}</Badge>}
      </p>
      <p className="decision-text">{line.text}</p>
      <p className="muted">{facts.join(" · ")}</p>
    </li>
  );
}

function Pages({ register: { page, pages, choice } }: { register: Register }) {
  const { t } = useTranslation();
  if (pages < 2) return null;
  const to = (number: number) =>
    `?${new URLSearchParams([...Object.entries(choice).filter(([, value]) => value), ["page", String(number)]])}`;
  return (
    <nav className="row" aria-label={t("seals.register.pages")}>
      {page > 1 && <Link to={to(page - 1)}>{t("seals.register.previous")}</Link>}
      <span>{t("seals.register.page", { page, pages })}</span>
      {page < pages && <Link to={to(page + 1)}>{t("seals.register.next")}</Link>}
    </nav>
  );
}
