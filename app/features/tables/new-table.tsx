import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { SelectField } from "../../ui/field";
import { Page } from "../../ui/page";
import { useAnswer } from "../session/use-answer";
import { TableFields } from "./table-fields";

/** The form for a new table, in a region where the viewer may make one. */
export function NewTable({ regions }: { regions: { id: string; name: string }[] }) {
  const { t } = useTranslation();
  const answer = useAnswer();
  return (
    <Page narrow title={t("tables.new.title")} lead={t("tables.new.lead")}>
      <Form method="post" className="card">
        {regions.length === 1 ? (
          <input type="hidden" name="region" value={regions[0]?.id} />
        ) : (
          <SelectField label={t("tables.new.region")} name="region" defaultValue={answer.typed("region")}>
            {regions.map((region) => (
              <option key={region.id} value={region.id}>
                {region.name}
              </option>
            ))}
          </SelectField>
        )}
        <TableFields answer={answer} />
        <div className="row">
          <Button type="submit" variant="primary">
            {t("tables.new.create")}
          </Button>
          <LinkButton variant="quiet" to={paths.home()}>
            {t("common.cancel")}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}
