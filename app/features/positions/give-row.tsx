import { Link } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { GiveAnswer as Answer } from "../../../server/commands/positions/give-form.server";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import { fieldOf } from "../../protocol/position-form";
import type { GivePositionsData, GiveRow as Row } from "../../protocol/positions-data";
import { Button } from "../../ui/button";
import { formatDateTime } from "../../ui/format";
import { Badge, Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { QuestionMark } from "../board/card-face";
import { TextChangeList } from "../texts/change-words";
import { TextDifference as WholeTextDifference } from "../texts/text-difference";
import { atChoice, PositionChoice } from "./position-choice";
import { PositionDetail } from "./position-detail";
import { RefusalNotice } from "./refusal-notice";
import { TextDifference } from "./text-difference";
import { ValueMark } from "./value-mark";
import { whose } from "./whose";

/** What the page hears back, with what was typed. */
export type GiveAnswer = Answer & { typed: Record<string, string> };

interface Props {
  row: Row;
  /** Of a text: the frozen version that the position is given on. */
  onText: { slug: string; number: number } | null;
  /** By others since the person's last visit. */
  isChanged: boolean;
  party: GivePositionsData["party"];
  maySpeak: boolean;
  answer: GiveAnswer | undefined;
}

/** One category: its text, the party's position if there is one, and the choice. */
export function GiveRow({ row, onText, isChanged, party, maySpeak, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { categoryId: id, current, text } = row;
  const label = row.label
    ? inLanguage(row.label, language)
    : t(onText ? "texts.versions.wholeText" : "positions.whole");
  const outcome = answer?.outcomes[id];
  const refused = outcome && !outcome.ok ? outcome : null;
  const isDone = outcome?.ok === true;
  const hidden = (
    <>
      <input type="hidden" name={fieldOf("hash", id)} value={row.contentHash} />
      <input type="hidden" name={fieldOf("after", id)} value={current?.id ?? ""} />
      {text && <input type="hidden" name={fieldOf("shown", id)} value={JSON.stringify(text)} />}
    </>
  );
  const button = (name: string, words: string, variant: "primary" | "plain" | "quiet") => (
    <Button type="submit" name={name} value={id} variant={variant}>
      {words}
      <span className="visually-hidden">: {label}</span>
    </Button>
  );
  const takeBack = current && maySpeak && button("takeBack", t("positions.give.takeBack"), "quiet");
  const isSettled = current && !current.stale && !current.told;
  const choice = (
    <>
      {row.prepared && <Prepared prepared={row.prepared} />}
      <Choice row={row} label={label} party={party} answer={answer} />
      <div className="row">
        {maySpeak && button("only", t("positions.give.submit"), "plain")}
        {button("prepare", t("positions.give.prepare"), "quiet")}
        {isSettled && takeBack}
      </div>
    </>
  );
  return (
    <li className="card give-row" id={id || "whole"} data-category={id}>
      <h3 className="give-row__title" tabIndex={-1}>
        {label} {row.hasQuestion && <QuestionMark />}{" "}
        {text && <Badge kind={text.sides}>{t(`board.side.${text.sides}`)}</Badge>}{" "}
        {isChanged && <Badge kind="change">{t("notifications.link.changed")}</Badge>}
      </h3>
      {onText ? (
        <p>
          {t("texts.versions.onVersion", { number: onText.number })}{" "}
          <Link to={paths.version(onText.slug, onText.number)}>
            {t("texts.versions.readVersion", { number: onText.number })}
          </Link>
        </p>
      ) : (
        row.label === null && <p className="muted">{t("positions.give.wholeHint")}</p>
      )}
      {text?.question && <p className="give-row__question">? {text.question}</p>}
      {text?.rationale && <p className="give-row__text">{text.rationale}</p>}
      <JustChanged row={row} />
      {hidden}
      {isDone && (
        <p className="give-row__done" role="status">
          ✓ {t(answer?.deed === "prepare" ? "positions.give.preparedNow" : "positions.give.given")}
        </p>
      )}
      {refused && !atChoice(refused) && <RefusalNotice problem={refused} />}
      {current && (
        <div className={current.stale ? "give-row__current give-row__current--stale" : "give-row__current"}>
          <p>
            <strong>{t("positions.give.own", { whose: whose(party, language) })}:</strong>{" "}
            <ValueMark value={current.value} stale={current.stale} />
          </p>
          {current.stale && <p>{t("positions.give.keepHint")}</p>}
          <PositionDetail position={current} givenOn={row.givenOn} text={text} />
          {row.difference && (
            <details open>
              <summary>{t("texts.versions.stale")}</summary>
              <TextChangeList entries={row.difference} />
              <WholeTextDifference entries={row.difference} />
            </details>
          )}
          {current.told && <p>{t("positions.give.toldHint")}</p>}
          {maySpeak && !isSettled && (
            <div className="row">
              {current.told && button("confirmTold", t("positions.give.confirmTold"), "primary")}
              {current.stale && !current.told && button("keep", t("positions.give.keep"), "primary")}
              {takeBack}
            </div>
          )}
        </div>
      )}
      {isSettled ? (
        <details className="give-row__change" open={refused !== null}>
          <summary>{t("positions.give.change")}</summary>
          {choice}
        </details>
      ) : (
        choice
      )}
    </li>
  );
}

/** What somebody of the party left for those who speak for it. */
function Prepared({ prepared }: { prepared: NonNullable<Row["prepared"]> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const by = { name: prepared.by, time: formatDateTime(prepared.at, language) };
  return (
    <p className="give-row__prepared">
      {prepared.value
        ? t("positions.give.prepared", { ...by, value: t(`positions.values.${prepared.value}`) })
        : t("positions.give.preparedEmpty", by)}
    </p>
  );
}

/** The choice, made anew after it was given; until then nothing that happens takes it away. */
function Choice({ row, label, party, answer }: Pick<Props, "row" | "party" | "answer"> & { label: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { categoryId: id, prepared } = row;
  const outcome = answer?.outcomes[id];
  const [round, setRound] = useState(0);
  const seen = useRef(answer);
  useEffect(() => {
    if (seen.current === answer) return;
    seen.current = answer;
    if (answer?.outcomes[id]?.ok && answer.deed !== "prepare") setRound((n) => n + 1);
  }, [answer, id]);
  const isTyped = outcome?.ok !== true && answer !== undefined;
  const typed = isTyped ? answer.typed[fieldOf("value", id)] : undefined;
  return (
    <PositionChoice
      key={round}
      legend={
        <>
          {t("positions.give.own", { whose: whose(party, language) })}
          <span className="visually-hidden">: {label}</span>
        </>
      }
      valueName={fieldOf("value", id)}
      reasonName={fieldOf("reason", id)}
      value={(typed as NonNullable<typeof prepared>["value"]) ?? prepared?.value}
      reason={(isTyped ? answer.typed[fieldOf("reason", id)] : undefined) ?? prepared?.reason}
      problem={outcome?.ok === false ? atChoice(outcome) : null}
    />
  );
}

/** The text changed while the page was open: it says so, and what changed, before a position is given on it. */
function JustChanged({ row }: { row: Row }) {
  const { t } = useTranslation();
  const [first] = useState(row);
  // A stale position shows its own difference.
  if (first.contentHash === row.contentHash || !first.text || !row.text || row.givenOn) return null;
  return (
    <div role="status">
      <Notice kind="warning">
        <p>{t("positions.give.justChanged")}</p>
        <TextDifference before={first.text} after={row.text} />
      </Notice>
    </div>
  );
}
