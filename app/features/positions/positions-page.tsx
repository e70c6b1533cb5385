import "../../styles/board-cards.css";
import "../../styles/positions.css";
import "../../styles/positions-page.css";
import "../../styles/board-panel.css";
import { Link, useSearchParams } from "@remix-run/react";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DraftFrame } from "../../../server/queries/draft-frame.server";
import type { ComingMeeting } from "../../../server/queries/meetings-page.server";
import { useFreshPage } from "../../collab/use-document-news";
import { paths } from "../../paths";
import type { PositionsData } from "../../protocol/positions-data";
import { LinkButton } from "../../ui/button";
import { formatDate, formatDateTime, formatList } from "../../ui/format";
import { Badge, EmptyState, Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { OneClick } from "../agenda/one-click";
import { DraftPage } from "../drafts/draft-page";
import { AskForm } from "./ask-form";
import { CategoryList } from "./category-list";
import { CellDialog } from "./cell-dialog";
import { Filters } from "./filters";
import { FinderCards } from "./finder-cards";
import type { FormAnswer } from "./form-answer";
import { Legend } from "./legend";
import { Matrix, WHOLE } from "./matrix";
import { narrowed, type PositionsView, parsePositionsView, positionsQuery } from "./positions-view";
import { ProposeForm } from "./propose-form";
import { WholeStanding } from "./whole-standing";
import { whose } from "./whose";

interface Props {
  frame: DraftFrame;
  data: PositionsData;
  answer: FormAnswer | undefined;
  /** Whose agenda the viewer writes; null for who writes none. */
  meetings: ComingMeeting[] | null;
  /** A request was just sent. */
  asked: boolean;
}

const NEWS = ["positions", "text", "draft", "versions"] as const;

/** *Kannat*: where every party stands on every category, and what can be agreed. */
export function PositionsPage({ frame, data, meetings, answer, asked }: Props) {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const key = query.toString();
  const view = useMemo(() => parsePositionsView(new URLSearchParams(key)), [key]);
  useFreshPage(frame.documentId, NEWS);
  const isText = frame.kind === "text";
  const form = answer ? (answer.typed.intent === "ask" ? "ask" : "propose") : view.form;
  useFormFocus(form);
  const { parties, rows } = narrowed(data.parties, data.rows, view);
  const open = view.category === null ? undefined : data.rows.find((row) => row.categoryId === view.category);
  const whole = view.group || view.staleOnly ? null : data.whole;
  return (
    <DraftPage
      frame={frame}
      title={
        <>
          {t("positions.title")} {hasExamples(data) && <Badge>{t("positions.example")}</Badge>}
        </>
      }
      lead={<RequestLine data={data} />}
      actions={<Actions slug={frame.slug} kind={frame.kind} state={frame.state} data={data} view={view} />}
    >
      {asked && (
        <div role="status">
          <Notice kind="ok">{t("positions.request.sent")}</Notice>
        </div>
      )}
      {form === "ask" && data.abilities.ask && <AskForm view={view} answer={answer} />}
      {isText ? (
        <WholeStanding slug={frame.slug} data={data} view={view} />
      ) : (
        <FinderCards data={data} view={view} />
      )}
      {form === "propose" && data.abilities.makeProposal && (
        <ProposeForm
          rows={data.rows.filter(({ group }) => group === "ready")}
          text={isText && data.wholeGroup === "ready" ? data.frozen : null}
          view={view}
          answer={answer}
        />
      )}
      <Proposals slug={frame.slug} proposals={data.proposals} />
      {meetings && data.finder.ready.length > 0 && !isText && (
        <OneClick tableSlug={frame.table.slug} meetings={meetings} what={{ draft: frame.slug }} />
      )}
      {!isText && <Filters parties={data.parties} view={view} shown={rows.length} />}
      <Legend />
      {rows.length === 0 && !isText ? (
        <EmptyState title={data.rows.length === 0 ? t("board.emptyBoard") : t("positions.filter.nothing")} />
      ) : (
        <>
          <Matrix parties={parties} rows={rows} whole={whole} view={view} />
          <CategoryList parties={parties} rows={rows} whole={whole} view={view} />
        </>
      )}
      {(open || view.category === WHOLE) && (
        <CellDialog
          slug={frame.slug}
          parties={data.parties}
          row={open ?? null}
          whole={data.whole}
          who={view.who}
          closeHref={positionsQuery({ ...view, category: null, who: null })}
        />
      )}
    </DraftPage>
  );
}

/** What is shown in a real party's name without being its word says so. */
function hasExamples({ rows, whole }: PositionsData): boolean {
  return [whole, ...rows.map(({ cells }) => cells)].some((cells) =>
    Object.values(cells).some(({ isExample }) => isExample),
  );
}

/** A form that was asked for takes the focus to its heading. */
function useFormFocus(form: PositionsView["form"]) {
  useEffect(() => {
    if (form) document.getElementById(`${form}-title`)?.focus();
  }, [form]);
}

/** "Kannat pyydetty 20.5.2022 mennessä · 12/15 osapuolta vastannut", and the message that came with it. */
function RequestLine({ data }: { data: PositionsData }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { request } = data;
  if (!request) return t("positions.request.notAsked");
  return (
    <>
      {t("positions.request.line", { date: formatDate(request.dueOn, language) })} ·{" "}
      {t("positions.request.answered", { answered: request.answered, asked: request.asked })}
      {request.message && <span className="pos-message">{request.message}</span>}
      <Unanswered data={data} />
    </>
  );
}

/** Parties named as having answered in part before "and n more"; those with the most unanswered come first. */
const PARTLY_NAMED_MAX = 5;

/** Who has answered nothing yet, and who not everything: the parties that a request still waits for. */
function Unanswered({ data: { parties, whole, frozen, ...data } }: { data: PositionsData }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = frozen ? [{ cells: whole }] : data.rows;
  const fresh = (slug: string) => rows.filter(({ cells }) => cells[slug] && !cells[slug].stale).length;
  const waited = parties
    .map(({ slug, shortName }) => ({ name: shortName, count: fresh(slug) }))
    .sort((a, b) => a.count - b.count);
  const silent = waited.filter(({ count }) => count === 0).map(({ name }) => name);
  const some = waited.filter(({ count }) => count > 0 && count < rows.length).map(({ name }) => name);
  const partly = some.slice(0, PARTLY_NAMED_MAX);
  if (some.length > partly.length)
    partly.push(t("positions.finder.more", { count: some.length - partly.length }));
  if (rows.length === 0) return null;
  return (
    <span className="pos-message">
      {silent.length > 0 && t("positions.request.silent", { parties: formatList(silent, language) })}{" "}
      {partly.length > 0 && t("positions.request.partly", { parties: formatList(partly, language) })}
    </span>
  );
}

interface ActionsProps {
  slug: string;
  kind: DraftFrame["kind"];
  state: DraftFrame["state"];
  data: PositionsData;
  view: PositionsView;
}

function Actions({ slug, kind, state, data, view }: ActionsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { own, abilities, request } = data;
  return (
    <>
      <a className="button" href={paths.positionsCsv(slug)} download>
        {t("positions.exportCsv")}
      </a>
      {abilities.ask && (kind === "split" || data.frozen) && (
        <LinkButton to={`${positionsQuery({ ...view, form: "ask" })}#ask`}>
          {request ? t("positions.request.again") : t("positions.request.open")}
        </LinkButton>
      )}
      {own && state !== "archived" && (kind === "split" || data.frozen) && (
        <LinkButton variant="primary" to={paths.givePositions(slug)}>
          {t(own.maySpeak ? "positions.give.open" : "positions.give.prepareOpen", {
            whose: whose(own, language),
          })}
        </LinkButton>
      )}
    </>
  );
}

function Proposals({ slug, proposals }: { slug: string; proposals: PositionsData["proposals"] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (proposals.length === 0) return null;
  return (
    <section className="pos-proposals" aria-labelledby="proposals-title">
      <h3 id="proposals-title">{t("positions.proposal.list")}</h3>
      <ul>
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            <Link to={paths.proposal(slug, proposal.id)}>
              {proposal.categoryIds.length === 0
                ? t("texts.versions.proposeWhole", { number: proposal.version })
                : t("positions.proposal.line", {
                    count: proposal.categoryIds.length,
                    number: proposal.version,
                  })}
            </Link>{" "}
            <span className="muted">
              {t("positions.proposal.madeBy", {
                name: proposal.madeBy,
                time: formatDateTime(proposal.madeAt, language),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
