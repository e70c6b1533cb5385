import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { InitiativePage } from "../../../server/queries/initiative-page.server";
import { DEMAND_CHARACTERS_MAX } from "../../domain/initiatives/initiative";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { SelectField, TextArea } from "../../ui/field";
import { useLanguage } from "../../ui/use-language";
import { type FormAnswer, fieldOf } from "./form-answer";

interface Props {
  page: InitiativePage;
  answer: FormAnswer | undefined;
}

/** What who keeps the initiative can do beside answering: publish, link the response, add a demand. */
export function ManagePanel({ page, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isBusy = useNavigation().state === "submitting";
  const { error, typed } = fieldOf(answer, "add-demand", t);
  const action = paths.initiative(page.slug);
  const texts = page.drafts.filter(({ kind }) => kind === "text");
  return (
    <section className="card manage-initiative" aria-labelledby="manage">
      <h2 id="manage">{t("initiatives.manage.title")}</h2>
      <Form method="post" action={action}>
        <h3>{t("initiatives.manage.publishTitle")}</h3>
        <p className="muted">{t("initiatives.manage.publishHint")}</p>
        <div className="row">
          <Button
            type="submit"
            variant={page.isPublished ? "plain" : "primary"}
            name="intent"
            value={page.isPublished ? "unpublish" : "publish"}
            disabled={isBusy}
          >
            {t(page.isPublished ? "initiatives.manage.unpublish" : "initiatives.manage.publish")}
          </Button>
          {page.isPublished && (
            <LinkButton variant="quiet" to={paths.publicInitiative(page.slug)}>
              {t("initiatives.manage.showPublic")}
            </LinkButton>
          )}
        </div>
      </Form>
      {page.kind === "initiative" && (
        <Form method="post" action={action}>
          <h3>{t("initiatives.facts.response")}</h3>
          {texts.length > 0 && (
            <div className="manage-initiative__line">
              <SelectField
                name="draft"
                label={t("initiatives.response.choose")}
                defaultValue={page.response?.slug ?? ""}
              >
                <option value="">{t("initiatives.response.none")}</option>
                {texts.map(({ slug, title }) => (
                  <option key={slug} value={slug}>
                    {inLanguage(title, language)}
                  </option>
                ))}
              </SelectField>
              <Button type="submit" name="intent" value="link-response" disabled={isBusy}>
                {t("initiatives.response.link")}
              </Button>
            </div>
          )}
          {!page.response && (
            <>
              <Button type="submit" name="intent" value="start-response" disabled={isBusy}>
                {t("initiatives.response.start")}
              </Button>
              <p className="muted">{t("initiatives.response.startHint")}</p>
            </>
          )}
        </Form>
      )}
      <Form method="post" action={action} noValidate>
        <h3>{t("initiatives.manage.demandTitle")}</h3>
        <TextArea
          name="demand"
          label={t("initiatives.manage.demand")}
          error={error("demand")}
          defaultValue={typed("demand")}
          maxLength={DEMAND_CHARACTERS_MAX}
          rows={2}
        />
        <Button type="submit" name="intent" value="add-demand" disabled={isBusy}>
          {t("initiatives.manage.addDemand")}
        </Button>
      </Form>
    </section>
  );
}
