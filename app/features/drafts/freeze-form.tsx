import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { VERSION_LABEL_CHARACTERS_MAX } from "../../domain/drafts";
import { inLanguage, type Localized } from "../../domain/languages";
import type { SplitProblem } from "../../domain/split/validate";
import type { Problem } from "../../messages/problem";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { CheckField, Field } from "../../ui/field";
import { Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";

/** What the action answers when the version was not frozen: the words, and what was typed. */
export interface FreezeAnswer {
  problem: Problem & { blockers?: { id: string; label: Localized }[] };
  typed: { label: string; meetingDate: string; withoutSuggestions: boolean };
}

interface Props {
  slug: string;
  /** What is wrong in the live draft now; some of it would block freezing. */
  problems: SplitProblem[];
  /** Suggestions in a text that nobody has settled (rule V8). */
  openSuggestions: number;
  answer: FreezeAnswer | undefined;
}

/** Name and meeting date of the next version. Works without JavaScript. */
export function FreezeForm({ slug, problems, openSuggestions, answer }: Props) {
  const { t } = useTranslation();
  const isBusy = useNavigation().state === "submitting";
  const errorOf = (field: string) =>
    answer?.problem.field === field ? t(answer.problem.error, answer.problem.values ?? {}) : undefined;
  return (
    <section className="card" aria-labelledby="freeze-title">
      <h3 id="freeze-title">{t("drafts.versions.freezeTitle")}</h3>
      <p className="muted">{t("drafts.versions.freezeLead")}</p>
      <Form method="post" className="freeze-form" noValidate>
        {problems.length > 0 && !answer && <Problems slug={slug} problems={problems} />}
        {answer && !answer.problem.field && <Refused slug={slug} problem={answer.problem} />}
        <Field
          name="label"
          label={t("drafts.versions.label")}
          hint={t("drafts.versions.labelHint")}
          error={errorOf("label")}
          defaultValue={answer?.typed.label}
          maxLength={VERSION_LABEL_CHARACTERS_MAX}
          autoComplete="off"
          required
        />
        <Field
          name="meetingDate"
          type="date"
          label={t("drafts.versions.meetingDate")}
          error={errorOf("meetingDate")}
          defaultValue={answer?.typed.meetingDate}
        />
        {openSuggestions > 0 && (
          <>
            {errorOf("withoutSuggestions") ? (
              <Notice kind="error">{errorOf("withoutSuggestions")}</Notice>
            ) : (
              <p>{t("drafts.versions.openSuggestions", { count: openSuggestions })}</p>
            )}
            <CheckField
              name="withoutSuggestions"
              value="1"
              label={t("drafts.versions.withoutSuggestions")}
              defaultChecked={answer?.typed.withoutSuggestions}
            />
          </>
        )}
        <Button type="submit" variant="primary" disabled={isBusy}>
          {t("drafts.versions.freeze")}
        </Button>
      </Form>
    </section>
  );
}

/** Why nothing was frozen, with links to the categories to mend. */
function Refused({ slug, problem }: { slug: string; problem: FreezeAnswer["problem"] }) {
  const { t } = useTranslation();
  return (
    <Notice kind="error">
      <p>{t(problem.error, problem.values ?? {})}</p>
      {problem.blockers && (
        <ul className="freeze-problems" aria-label={t("drafts.error.blockers")}>
          {problem.blockers.map((category) => (
            <li key={category.id}>
              <CategoryLink slug={slug} category={category} />
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** What should be mended or at least looked at before the version is frozen (rule S7). */
function Problems({ slug, problems }: { slug: string; problems: SplitProblem[] }) {
  const { t } = useTranslation();
  return (
    <Notice kind="warning">
      <p>{t("drafts.versions.checkFirst")}</p>
      <ul className="freeze-problems">
        {problems.map(({ kind, category }) => (
          <li key={`${kind} ${category?.id}`}>
            {category && (
              <>
                <CategoryLink slug={slug} category={category} />:{" "}
              </>
            )}
            {t(`drafts.problem.${kind}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function CategoryLink({ slug, category }: { slug: string; category: { id: string; label: Localized } }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const label = inLanguage(category.label, language).trim();
  return <Link to={paths.draft(slug, category.id)}>{label || t("split.unnamed")}</Link>;
}
