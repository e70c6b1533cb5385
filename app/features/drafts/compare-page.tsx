import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ComparePage as ComparePageData } from "../../../server/queries/compare.server";
import { isTold } from "../../domain/split/diff";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { SelectField } from "../../ui/field";
import { EmptyState } from "../../ui/page";
import { StaticBoard } from "../board/static-board";
import { ChangeList } from "./change-list";
import { DraftPage } from "./draft-page";

/** Two states of a draft: the board in red, and below it the same changes in sentences. */
export function ComparePage({ frame, versions, comparison, sideNotes }: ComparePageData) {
  const { t } = useTranslation();
  if (!comparison)
    return (
      <DraftPage frame={frame} title={t("drafts.compare.title")}>
        <EmptyState
          title={t("drafts.versions.emptyTitle")}
          action={<LinkButton to={paths.versions(frame.slug)}>{t("drafts.versions.title")}</LinkButton>}
        >
          {t("drafts.compare.noVersions")}
        </EmptyState>
      </DraftPage>
    );
  const { from, to, split, changes, wishes } = comparison;
  const between =
    to === "live" ? t("drafts.compare.betweenLive", { from }) : t("drafts.compare.between", { from, to });
  const told = changes.filter(isTold).length;
  return (
    <DraftPage
      frame={frame}
      title={t("drafts.compare.title")}
      lead={`${between} · ${t("drafts.compare.count", { count: told })}`}
    >
      <CompareForm key={`${from} ${to}`} versions={versions} from={from} to={to} />
      <StaticBoard split={split} sideNotes={sideNotes} changes={changes} />
      <section className="draft-section" aria-labelledby="changes-in-words">
        <h3 id="changes-in-words">{t("drafts.compare.prose")}</h3>
        <ChangeList changes={changes} wishes={wishes} />
      </section>
    </DraftPage>
  );
}

type FormProps = Pick<ComparePageData, "versions"> & { from: number; to: number | "live" };

/** Which two to compare: a plain GET form, so that a comparison has an address. */
function CompareForm({ versions, from, to }: FormProps) {
  const { t } = useTranslation();
  const options = versions.map(({ number, label }) => (
    <option key={number} value={number}>
      {number}. {label}
    </option>
  ));
  return (
    <Form method="get" className="compare-form">
      <SelectField name="from" label={t("drafts.compare.from")} defaultValue={from}>
        {options}
      </SelectField>
      <SelectField name="to" label={t("drafts.compare.to")} defaultValue={to}>
        {options}
        <option value="live">{t("drafts.compare.live")}</option>
      </SelectField>
      <Button type="submit">{t("drafts.compare.show")}</Button>
    </Form>
  );
}
