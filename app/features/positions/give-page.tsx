import "../../styles/board-cards.css";
import "../../styles/positions-give.css";
import { Form, Link, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SinceVisit } from "../../../server/queries/draft-changes.server";
import type { DraftFrame } from "../../../server/queries/draft-frame.server";
import { useFreshPage } from "../../collab/use-document-news";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import type { GivePositionsData } from "../../protocol/positions-data";
import { Button } from "../../ui/button";
import { formatDate } from "../../ui/format";
import { Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { DraftPage } from "../drafts/draft-page";
import { type GiveAnswer, GiveRow } from "./give-row";
import { OrganFields } from "./organ-fields";
import { whose } from "./whose";

interface Props {
  frame: DraftFrame;
  /** By others since the person's last visit. */
  since: SinceVisit;
  data: GivePositionsData;
  answer: GiveAnswer | undefined;
}

const NEWS = ["positions", "text", "draft"] as const;
const ORGAN_FIELDS = ["organ", "section", "organDate"];

/** *Anna Liperin kannat*: every category with its text, and the party's position on it. One form, with or without a script. */
export function GivePage({ frame, since, data, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  useFreshPage(frame.documentId, NEWS);
  const { party, maySpeak, rows, whole, given, asked, request, frozen } = data;
  const isText = frame.kind === "text";
  const isBusy = useNavigation().state === "submitting";
  const isClosed = frame.state === "archived";
  const outcomes = Object.values(answer?.outcomes ?? {});
  const organProblem = outcomes.find((o) => !o.ok && ORGAN_FIELDS.includes(o.field ?? ""));
  return (
    <DraftPage
      frame={frame}
      title={t("positions.give.title", { whose: whose(party, language) })}
      lead={
        <>
          {request && (
            <span className="pos-message">
              {t("positions.request.line", { date: formatDate(request.dueOn, language) })}
              {request.message && `: ${request.message}`}
            </span>
          )}
          {isText
            ? t(maySpeak ? "texts.versions.giveLead" : "texts.versions.giveLeadPrepare")
            : t(maySpeak ? "positions.give.lead" : "positions.give.leadPrepare")}
          {since.changes > 0 && (
            <Link className="give__since" to={paths.draftSince(frame.slug, since.sinceSeq)}>
              {t("notifications.since.line", { count: since.changes })}
            </Link>
          )}
        </>
      }
      actions={<Link to={paths.positions(frame.slug)}>{t("positions.give.back")}</Link>}
    >
      {(frozen || !isText) && <Progress given={given} count={asked} />}
      <Summary answer={answer} />
      {isClosed || (isText && !frozen) ? (
        <Notice>{t(isClosed ? "positions.give.closed" : "texts.versions.notFrozen")}</Notice>
      ) : (
        <div className={isText ? "give give--whole" : "give"}>
          {!isText && (
            <nav className="give__toc" aria-label={t("positions.give.goTo")}>
              <ol>
                {rows.map(({ categoryId, label, current }) => (
                  <li key={categoryId}>
                    <a href={`#${categoryId}`}>
                      <span aria-hidden="true">{current && !current.stale ? "✓" : "·"}</span>{" "}
                      {label && inLanguage(label, language)}
                    </a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <Form method="post" noValidate className="give__form" preventScrollReset>
            {/* Enter in a text field presses the first button of a form: here nothing is given by it. */}
            <button type="submit" disabled hidden />
            <input type="hidden" name="party" value={party.id} />
            <OrganFields
              problem={organProblem && !organProblem.ok ? organProblem : null}
              typed={organProblem ? answer?.typed : undefined}
            />
            <ol className="give__rows">
              {[...rows, whole].map((row) => (
                <GiveRow
                  key={row.categoryId}
                  row={row}
                  onText={frozen && { slug: frame.slug, number: frozen.number }}
                  isChanged={since.changed.includes(row.categoryId)}
                  party={party}
                  maySpeak={maySpeak}
                  answer={answer}
                />
              ))}
            </ol>
            {!isText && (
              <div className="give__all">
                <Progress given={given} count={asked} />
                {maySpeak && (
                  <Button type="submit" variant="primary" name="intent" value="give" disabled={isBusy}>
                    {t("positions.give.all")}
                  </Button>
                )}
                <Button
                  type="submit"
                  variant={maySpeak ? "quiet" : "primary"}
                  name="prepareAll"
                  value="1"
                  disabled={isBusy}
                >
                  {t("positions.give.allPrepare")}
                </Button>
              </div>
            )}
          </Form>
        </div>
      )}
    </DraftPage>
  );
}

function Progress({ given, count }: { given: number; count: number }) {
  const { t } = useTranslation();
  return (
    <p className="give__progress">
      <progress value={given} max={Math.max(count, 1)} aria-label={t("positions.give.progressLabel")} />{" "}
      {t("positions.give.progress", { given, count })}
    </p>
  );
}

/** How it went, above the form; the reasons stand beside each category. Takes the focus where something was refused. */
function Summary({ answer }: { answer: GiveAnswer | undefined }) {
  const { t } = useTranslation();
  const region = useRef<HTMLDivElement>(null);
  const outcomes = Object.values(answer?.outcomes ?? {});
  const failed = outcomes.filter(({ ok }) => !ok).length;
  const done = outcomes.length - failed;
  const isMany = outcomes.length > 1;
  useEffect(() => {
    if (!answer) return;
    if (Object.keys(answer.outcomes).length === 0 || isMany) region.current?.focus();
  }, [answer, isMany]);
  return (
    <div ref={region} tabIndex={-1} role="status">
      {answer && outcomes.length === 0 && <Notice kind="warning">{t("positions.give.nothingChosen")}</Notice>}
      {answer && done > 0 && (isMany || answer.deed !== "give") && (
        <Notice kind="ok">
          {answer.deed === "prepare"
            ? t("positions.give.preparedNow")
            : t("positions.give.givenMany", { count: done })}
        </Notice>
      )}
      {failed > 0 && <Notice kind="warning">{t("positions.give.failedMany", { count: failed })}</Notice>}
    </div>
  );
}
