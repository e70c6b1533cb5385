import "../../styles/minutes.css";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { MinutesCheck } from "../../../server/queries/minutes-check.server";
import { inLanguage } from "../../domain/languages";
import { meetingNumber } from "../../domain/meetings/meeting";
import type { Claim, Disagreement } from "../../domain/minutes/disagreement";
import type { RecordChange } from "../../domain/minutes/record";
import { changeSentence } from "../../messages/change-sentences";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { Field, SelectField } from "../../ui/field";
import { Badge, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";

/** The memo's words and the board's changes, category by category; what does not agree stands first and says how. */
export function MinutesCheckPage({ check }: { check: MinutesCheck }) {
  const { t } = useTranslation();
  const { meeting, found, claims, board } = check;
  const replaced = found.flatMap((one) => (one.kind === "replaced" ? [one.insteadOf] : []));
  const ids = [
    ...found.map(({ categoryId }) => categoryId),
    ...claims.map(({ categoryId }) => categoryId),
    ...board.map(({ change }) => change.categoryId),
  ];
  // What was replaced stands in the row of what came instead.
  const categories = [...new Set(ids)].filter((id) => !replaced.includes(id));
  return (
    <Page
      title={t("minutes.check.title")}
      lead={
        <>
          <Link to={paths.minutes(meeting.slug)}>
            {t("meetings.name", { number: meetingNumber(meeting) })}
          </Link>
          <br />
          {t("minutes.check.lead")}
        </>
      }
    >
      <p role="status">
        <strong>
          {found.length === 0 ? t("minutes.check.none") : t("minutes.check.count", { count: found.length })}
        </strong>
      </p>
      <CompareForm check={check} />
      {categories.length === 0 ? (
        <p className="muted">{t("minutes.check.empty")}</p>
      ) : (
        <div className="minutes-check">
          {categories.map((id) => (
            <Row key={id} id={id} check={check} />
          ))}
        </div>
      )}
    </Page>
  );
}

function Row({ id, check }: { id: string; check: MinutesCheck }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const of = <T,>(list: readonly T[], category: (one: T) => string) =>
    list.filter((one) => category(one) === id);
  const found: Disagreement[] = of(check.found, ({ categoryId }) => categoryId);
  const claims: Claim[] = of(check.claims, ({ categoryId }) => categoryId);
  const [first] = found;
  const board: RecordChange[] =
    first?.kind === "replaced" ? first.changes : of(check.board, ({ change }) => change.categoryId);
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  const label = check.labels[id];
  return (
    <section
      className={found.length > 0 ? "minutes-check__row minutes-check__row--differs" : "minutes-check__row"}
      aria-label={label ? inLanguage(label, language) : id}
    >
      <h2>{label ? inLanguage(label, language) : id}</h2>
      <p>
        {kinds.length === 0 ? (
          <Badge kind="ok">{t("minutes.check.agree")}</Badge>
        ) : (
          kinds.map((kind) => (
            <Badge key={kind} kind="change">
              {t(`minutes.check.kind.${kind}`)}
            </Badge>
          ))
        )}
      </p>
      <div className="minutes-check__sides">
        <div>
          <h3>{t("minutes.check.memo")}</h3>
          {claims.length === 0 ? (
            <p className="muted">{t("minutes.check.saysNothing")}</p>
          ) : (
            claims.map(({ sentence, kind }) => (
              <p key={sentence} lang="fi">
                <Badge>{t(`minutes.check.claim.${kind}`)}</Badge> {sentence}
              </p>
            ))
          )}
        </div>
        <div>
          <h3>{t("minutes.check.board")}</h3>
          {board.length === 0 ? (
            <p className="muted">{t("minutes.check.boardNothing")}</p>
          ) : (
            board.map(({ change, wish }) => (
              <p key={change.kind}>{changeSentence(t, language, change, wish ?? undefined)}</p>
            ))
          )}
        </div>
      </div>
    </section>
  );
}

/** Sets the memo beside two versions of a board instead of the meeting's own changes. */
function CompareForm({ check: { drafts, versions, meeting } }: { check: MinutesCheck }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (drafts.length === 0) return null;
  const chosen = drafts.find(({ slug }) => slug === versions?.draft) ?? drafts[0];
  return (
    <details className="card" open={versions !== null}>
      <summary>{t("minutes.check.compare")}</summary>
      <Form method="get" className="row minutes-check__form">
        <SelectField name="draft" label={t("minutes.check.draft")} defaultValue={chosen?.slug}>
          {drafts.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {inLanguage(title, language)}
            </option>
          ))}
        </SelectField>
        <Field
          name="from"
          type="number"
          min={1}
          label={t("minutes.check.from")}
          defaultValue={versions?.from ?? chosen?.versions.at(-2)}
        />
        <Field
          name="to"
          type="number"
          min={1}
          label={t("minutes.check.to")}
          defaultValue={versions?.to ?? chosen?.versions.at(-1)}
        />
        <Button type="submit">{t("minutes.check.show")}</Button>
        {versions && <Link to={paths.minutesCheck(meeting.slug)}>{t("minutes.check.itemBoard")}</Link>}
      </Form>
    </details>
  );
}
