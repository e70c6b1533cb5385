import "../../styles/initiatives.css";
import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { INITIATIVE_KINDS, INITIATIVE_TITLE_CHARACTERS_MAX } from "../../domain/initiatives/initiative";
import {
  INITIATIVE_SOURCE_CHARACTERS_MAX,
  INITIATIVE_TEXT_CHARACTERS_MAX,
} from "../../domain/initiatives/new-initiative";
import { inLanguage, type Localized } from "../../domain/languages";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { Field, TextArea } from "../../ui/field";
import { Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { type FormAnswer, fieldOf } from "./form-answer";

interface Props {
  table: { slug: string; name: Localized };
  answer: FormAnswer | undefined;
}

/** Title, signatories, text and demands of a new initiative. Works without JavaScript. */
export function NewInitiativePage({ table, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isBusy = useNavigation().state === "submitting";
  const { error, typed } = fieldOf(answer, "create", t);
  const field = (name: string) => ({ name, error: error(name), defaultValue: typed(name) });
  return (
    <Page
      narrow
      title={t("initiatives.create.title")}
      lead={`${inLanguage(table.name, language)}. ${t("initiatives.create.lead")}`}
    >
      <Form method="post" className="card" noValidate>
        <fieldset className="initiative-kinds">
          <legend>{t("initiatives.create.kind")}</legend>
          {INITIATIVE_KINDS.map((kind) => (
            <label key={kind} className="check">
              <input
                type="radio"
                name="kind"
                value={kind}
                defaultChecked={(typed("kind") ?? "initiative") === kind}
              />
              <span>{t(`initiatives.kind.${kind}`)}</span>
            </label>
          ))}
          {error("kind") && <p className="field__error">{error("kind")}</p>}
        </fieldset>
        <Field
          {...field("title")}
          label={t("initiatives.create.name")}
          maxLength={INITIATIVE_TITLE_CHARACTERS_MAX}
          autoComplete="off"
          required
        />
        <TextArea
          {...field("demands")}
          label={t("initiatives.create.demands")}
          hint={t("initiatives.create.demandsHint")}
          rows={6}
          required
        />
        <TextArea
          {...field("signatories")}
          label={t("initiatives.create.signatories")}
          hint={t("initiatives.create.signatoriesHint")}
          rows={2}
        />
        <div className="answer-demand__evidence">
          <Field {...field("submittedOn")} type="date" label={t("initiatives.create.submittedOn")} />
          <Field
            {...field("targetYear")}
            inputMode="numeric"
            label={t("initiatives.create.targetYear")}
            autoComplete="off"
          />
        </div>
        <TextArea
          {...field("text")}
          label={t("initiatives.create.text")}
          maxLength={INITIATIVE_TEXT_CHARACTERS_MAX}
          rows={5}
        />
        <Field
          {...field("source")}
          label={t("initiatives.create.source")}
          maxLength={INITIATIVE_SOURCE_CHARACTERS_MAX}
          autoComplete="off"
        />
        <div className="row">
          <Button type="submit" variant="primary" name="intent" value="create" disabled={isBusy}>
            {t("initiatives.create.submit")}
          </Button>
          <LinkButton variant="quiet" to={paths.initiatives(table.slug)}>
            {t("common.cancel")}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}
