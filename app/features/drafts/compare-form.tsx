import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ComparePage } from "../../../server/queries/compare.server";
import { Button } from "../../ui/button";
import { SelectField } from "../../ui/field";

type Props = Pick<ComparePage, "versions"> & { from: number; to: number | "live"; view?: "inline" | "side" };

/** Which two to compare: a plain GET form, so that a comparison has an address. */
export function CompareForm({ versions, from, to, view }: Props) {
  const { t } = useTranslation();
  const options = versions.map(({ number, label }) => (
    <option key={number} value={number}>
      {number}. {label}
    </option>
  ));
  return (
    <Form method="get" className="compare-form">
      {view === "side" && <input type="hidden" name="view" value="side" />}
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
