import "../../styles/statements.css";
import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { TypedRound } from "../../../server/commands/statements/new-round-form.server";
import type { NewRoundPage as NewRoundPageData } from "../../../server/queries/rounds-page.server";
import { inLanguage } from "../../domain/languages";
import { ROUND_BACKGROUND_CHARACTERS_MAX, ROUND_TITLE_CHARACTERS_MAX } from "../../domain/statements/round";
import type { Problem } from "../../messages/problem";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { CheckField, Field, SelectField, TextArea } from "../../ui/field";
import { Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { DraftPage } from "../drafts/draft-page";

type Props = NewRoundPageData & { answer: { problem: Problem | null; typed: TypedRound } | undefined };

/** Rows of questions before more are asked for. */
const ROWS = 3;
const NAMED = ["version", "title", "background", "dueOn"];

/** Version, words, last day, recipients and questions of a new round. Works without JavaScript. */
export function NewRoundPage({ frame, versions, parties, categories, today, answer }: Props) {
  const { t } = useTranslation();
  const isBusy = useNavigation().state === "submitting";
  const { problem, typed } = answer ?? { problem: null, typed: undefined };
  const words = problem ? t(problem.error, problem.values ?? {}) : undefined;
  const errorOf = (field: string) => (problem?.field === field ? words : undefined);
  const isAsked = (id: string) => typed?.recipients.includes(id) ?? true;
  return (
    <DraftPage frame={frame} title={t("statements.create.title")} lead={t("statements.create.lead")}>
      <Form method="post" className="card round-form" noValidate>
        {problem && !NAMED.includes(problem.field ?? "") && <Notice kind="error">{words}</Notice>}
        <SelectField
          name="version"
          label={t("statements.create.version")}
          error={errorOf("version")}
          defaultValue={typed?.version}
        >
          {versions.map(({ number, label }) => (
            <option key={number} value={number}>
              {t("statements.create.versionOption", { number, label })}
            </option>
          ))}
        </SelectField>
        <Field
          name="title"
          label={t("statements.create.name")}
          hint={t("statements.create.nameHint")}
          error={errorOf("title")}
          defaultValue={typed?.title}
          maxLength={ROUND_TITLE_CHARACTERS_MAX}
          autoComplete="off"
          required
        />
        <TextArea
          name="background"
          label={t("statements.create.background")}
          error={errorOf("background")}
          defaultValue={typed?.background}
          maxLength={ROUND_BACKGROUND_CHARACTERS_MAX}
          rows={5}
        />
        <Field
          name="dueOn"
          type="date"
          min={today}
          label={t("statements.create.dueOn")}
          hint={t("statements.create.dueOnHint")}
          error={errorOf("dueOn")}
          defaultValue={typed?.dueOn}
          required
        />
        <fieldset className="round-form__group">
          <legend>{t("statements.create.recipients")}</legend>
          <div className="round-form__parties">
            {parties.map(({ id, name }) => (
              <CheckField key={id} name="recipients" value={id} label={name} defaultChecked={isAsked(id)} />
            ))}
          </div>
        </fieldset>
        <fieldset className="round-form__group">
          <legend>{t("statements.create.questions")}</legend>
          <p className="field__hint">{t("statements.create.questionsHint")}</p>
          <input type="hidden" name="rows" value={typed?.rows ?? ROWS} />
          {Array.from({ length: typed?.rows ?? ROWS }, (_, n) => (
            <QuestionRow
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their number
              key={n}
              n={n}
              typed={typed?.questions[n]}
              categories={categories}
              parties={parties}
            />
          ))}
          <Button type="submit" name="intent" value="more" variant="quiet">
            {t("statements.create.more")}
          </Button>
        </fieldset>
        <div className="row">
          <Button type="submit" variant="primary" name="intent" value="open" disabled={isBusy}>
            {t("statements.create.submit")}
          </Button>
          <LinkButton variant="quiet" to={paths.rounds(frame.slug)}>
            {t("common.cancel")}
          </LinkButton>
        </div>
      </Form>
    </DraftPage>
  );
}

interface RowProps extends Pick<Props, "categories" | "parties"> {
  n: number;
  typed: TypedRound["questions"][number] | undefined;
}

function QuestionRow({ n, typed, categories, parties }: RowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="round-form__question">
      <TextArea
        name={`question-${n}`}
        label={t("statements.create.question", { n: n + 1 })}
        defaultValue={typed?.text}
        rows={2}
      />
      <SelectField
        name={`category-${n}`}
        label={t("statements.create.about")}
        defaultValue={typed?.category ?? ""}
      >
        <option value="">{t("statements.create.aboutWhole")}</option>
        {categories.map(({ id, label }) => (
          <option key={id} value={id}>
            {inLanguage(label, language)}
          </option>
        ))}
      </SelectField>
      <SelectField
        name={`party-${n}`}
        label={t("statements.create.askedOf")}
        defaultValue={typed?.party ?? ""}
      >
        <option value="">{t("statements.create.askedOfAll")}</option>
        {parties.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
