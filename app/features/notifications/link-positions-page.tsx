import "../../styles/notifications.css";
import "../../styles/positions.css";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { inLanguage, type Localized } from "../../domain/languages";
import { POSITION_VALUES, type PositionValue } from "../../domain/positions/position";
import type { Problem } from "../../messages/problem";
import { paths } from "../../paths";
import { fieldOf } from "../../protocol/position-form";
import type { GivePositionsData, GiveRow, PositionRefusal } from "../../protocol/positions-data";
import { Button, LinkButton } from "../../ui/button";
import { formatDate } from "../../ui/format";
import { Badge, Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { OrganFields } from "../positions/organ-fields";
import { PositionChoice } from "../positions/position-choice";
import { RefusalNotice } from "../positions/refusal-notice";
import { ValueMark } from "../positions/value-mark";
import { whose } from "../positions/whose";

export interface LinkPositions {
  name: string;
  draft: { slug: string; title: Localized };
  data: GivePositionsData;
  /** By others since the person's last visit. */
  changes: number;
  /** Ids of the categories that they are about. */
  changed: string[];
  /** `isNew`: given here just now; otherwise it stood there already. */
  receipt: {
    id: string;
    categoryId: string | null;
    value: PositionValue | null;
    reason: string;
    isNew: boolean;
  }[];
  undone: string | null;
}
type Outcome = { ok: true } | ({ ok: false } & Problem & PositionRefusal);
export interface LinkAnswer {
  why: ClosedWhy | null;
  outcomes: Record<string, Outcome>;
  problem: Problem | null;
  typed: Record<string, string>;
}
export type ClosedWhy = "unknown" | "expired" | "revoked" | "noRight" | "closed";

/** The link does nothing any more, and says why. */
export function ClosedLinkPage({ why }: { why: ClosedWhy }) {
  const { t } = useTranslation();
  return (
    <Page narrow title={t("notifications.link.closed.title")}>
      <p>{t(`notifications.link.closed.${why}`)}</p>
      <p>
        <LinkButton to={paths.home()}>{t("notifications.mail.open")}</LinkButton>
      </p>
    </Page>
  );
}

/** Gives a party's positions without signing in. Nothing is chosen beforehand; a form without a choice is refused. */
export function LinkPositionsPage({ page, answer }: { page: LinkPositions; answer: LinkAnswer | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, draft, changes, changed } = page;
  if (answer?.why) return <ClosedLinkPage why={answer.why} />;
  // A text is asked about as a whole.
  const rows = data.frozen ? [data.whole] : data.rows;
  const refused = Object.values(answer?.outcomes ?? {}).find((o) => !o.ok && o.field?.startsWith("organ"));
  return (
    <Page
      narrow
      title={t("notifications.link.title")}
      lead={
        <>
          <strong>{inLanguage(draft.title, language)}</strong>
          <br />
          {t("notifications.link.lead", { party: data.party.name })}
          <br />
          {data.request && t("notifications.link.dueOn", { date: formatDate(data.request.dueOn, language) })}
        </>
      }
    >
      <div className="link-lead">
        {data.request?.message && <p className="pos-message link-lead__message">{data.request.message}</p>}
        {changes > 0 && (
          <p>
            <strong>{t("notifications.since.line", { count: changes })}</strong>
          </p>
        )}
        <p>
          <Link to={paths.draft(draft.slug)}>{t("notifications.link.openDraft")}</Link>
        </p>
        <p className="muted">{t("notifications.link.who", { name: page.name })}</p>
      </div>
      {page.undone && (
        <Notice kind={page.undone === "yes" ? "ok" : "warning"}>
          <p role="status">
            {t(page.undone === "yes" ? "notifications.link.undone" : "notifications.link.notUndone")}
          </p>
        </Notice>
      )}
      {answer?.problem && (
        <Notice kind="error">{t(answer.problem.error, answer.problem.values ?? {})}</Notice>
      )}
      {rows.length === 0 ? (
        <Notice>{t("notifications.link.nothingOnBoard")}</Notice>
      ) : (
        <Form method="post" noValidate action={page.undone ? "?" : undefined}>
          <p className="link-none">{t("notifications.link.none")}</p>
          {rows.map((row) => (
            <Row
              key={row.categoryId}
              row={row}
              party={data.party}
              changed={changed.includes(row.categoryId)}
              answer={answer}
            />
          ))}
          <OrganFields problem={refused && !refused.ok ? refused : null} typed={answer?.typed} />
          <div className="link-submit">
            <Button type="submit" variant="primary">
              {t("notifications.link.submit")}
            </Button>
          </div>
        </Form>
      )}
    </Page>
  );
}

const ROW_FIELDS = ["value", "reason"];

interface RowProps {
  row: GiveRow;
  party: GivePositionsData["party"];
  changed: boolean;
  answer: LinkAnswer | undefined;
}

function Row({ row, party, changed, answer }: RowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { categoryId: id, text, current } = row;
  const outcome = answer?.outcomes[id];
  const problem = outcome && !outcome.ok ? outcome : null;
  const typed = problem ? answer!.typed : {};
  return (
    <section className="card link-row" data-category={id}>
      <h2>{row.label ? inLanguage(row.label, language) : t("texts.versions.wholeText")}</h2>
      <p className="link-row__facts">
        {text && <Badge kind={text.sides}>{t(`board.side.${text.sides}`)}</Badge>}
        {changed && <Badge kind="change">{t("notifications.link.changed")}</Badge>}
        {current && (
          <span>
            {t("positions.give.own", { whose: whose(party, language) })}:{" "}
            <ValueMark value={current.value} stale={current.stale} />
          </span>
        )}
      </p>
      {text?.question && <p>? {text.question}</p>}
      {text?.rationale && <p>{text.rationale}</p>}
      <input type="hidden" name={fieldOf("hash", id)} value={row.contentHash} />
      <input type="hidden" name={fieldOf("after", id)} value={current?.id ?? ""} />
      {text && <input type="hidden" name={fieldOf("shown", id)} value={JSON.stringify(text)} />}
      {problem && !ROW_FIELDS.includes(problem.field ?? "") && <RefusalNotice problem={problem} />}
      {outcome?.ok && (
        <p className="give-row__done" role="status">
          ✓ {t("positions.give.given")}
        </p>
      )}
      <PositionChoice
        legend={<span className="visually-hidden">{row.label && inLanguage(row.label, language)}</span>}
        valueName={fieldOf("value", id)}
        reasonName={fieldOf("reason", id)}
        value={POSITION_VALUES.find((value) => value === typed[fieldOf("value", id)])}
        reason={typed[fieldOf("reason", id)]}
        problem={problem && ROW_FIELDS.includes(problem.field ?? "") ? problem : null}
      />
    </section>
  );
}
