import { useState } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../paths";
import type { CategoryPositionsData } from "../../protocol/positions-data";
import { Button } from "../../ui/button";
import { formatDateTime } from "../../ui/format";
import { Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { OrganFields } from "./organ-fields";
import { atChoice, PositionChoice } from "./position-choice";
import { PositionDetail } from "./position-detail";
import { RefusalNotice } from "./refusal-notice";
import { usePositionForm } from "./use-position-form";
import { ValueMark } from "./value-mark";
import { whose } from "./whose";

interface Props {
  slug: string;
  categoryId: string;
  data: CategoryPositionsData;
  reload: () => void;
  announce: (text: string) => void;
}

/** Problems shown beside their field; the others stand above the form. */
const AT_FIELDS = ["value", "reason", "organ", "section", "organDate"];

/** The viewer's party's position on the open category: given, kept, confirmed, taken back or prepared. */
export function OwnPosition({ slug, categoryId, data, reload, announce }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [round, setRound] = useState(0);
  const { problem, isSending, onSubmit } = usePositionForm({
    ...{ slug, categoryId },
    onDone: (intent) => {
      announce(t(intent === "prepare" ? "positions.give.preparedNow" : "positions.give.given"));
      // What was given leaves the form; what is prepared stays to be worked on.
      if (intent !== "prepare") setRound((n) => n + 1);
      reload();
    },
  });
  const { own, prepared, text } = data;
  if (!own?.mayPrepare) return null;
  const current = data.cells[own.slug];
  const name = whose(own, language);
  const isRemoved = text.status === "removed";
  const button = (intent: string, words: string, variant: "primary" | "plain" | "quiet" = "plain") => (
    <Button type="submit" name="intent" value={intent} variant={variant} disabled={isSending}>
      {words}
    </Button>
  );
  const choice = !isRemoved && (
    <>
      {prepared?.value && (
        <p className="panel__hint">
          {t("positions.give.prepared", {
            value: t(`positions.values.${prepared.value}`),
            name: prepared.by,
            time: formatDateTime(prepared.at, language),
          })}
        </p>
      )}
      <PositionChoice
        key={round}
        legend={t("positions.give.own", { whose: name })}
        valueName="value"
        reasonName="reason"
        value={prepared?.value}
        reason={prepared?.reason}
        problem={atChoice(problem)}
      />
      {own.maySpeak && <OrganFields key={`organ ${round}`} problem={problem} />}
      <div className="row">
        {own.maySpeak && button("give", t("positions.give.submit"), "primary")}
        {button("prepare", t("positions.give.prepare"), "quiet")}
      </div>
    </>
  );
  const isSettled = current && !current.stale && !current.told;
  return (
    <form
      method="post"
      action={paths.categoryPositions(slug, categoryId)}
      className="own-position"
      onSubmit={onSubmit}
      noValidate
    >
      {/* Enter in a text field presses the first button of a form: here nothing is given by it. */}
      <button type="submit" disabled hidden />
      <input type="hidden" name="hash" value={data.contentHash} />
      <input type="hidden" name="after" value={problem?.afterId ?? current?.id ?? ""} />
      <input type="hidden" name="shown" value={JSON.stringify(text)} />
      {problem && !AT_FIELDS.includes(problem.field ?? "") && <RefusalNotice problem={problem} />}
      {isRemoved && <p className="panel__hint">{t("positions.removed")}</p>}
      {current && (
        <div className={current.stale ? "give-row__current give-row__current--stale" : "give-row__current"}>
          <p>
            <strong>{t("positions.give.own", { whose: name })}:</strong>{" "}
            <ValueMark value={current.value} stale={current.stale} />{" "}
            {isSettled && current.isExample && <Badge>{t("positions.example")}</Badge>}
          </p>
          {(current.stale || current.told) && (
            <PositionDetail position={current} givenOn={data.givenOn[own.slug]} text={text} />
          )}
          {current.told && <p>{t("positions.give.toldHint")}</p>}
          {own.maySpeak && (
            <div className="row">
              {current.told && button("confirmTold", t("positions.give.confirmTold"), "primary")}
              {current.stale &&
                !current.told &&
                !isRemoved &&
                button("keep", t("positions.give.keep"), "primary")}
              {button("takeBack", t("positions.give.takeBack"), "quiet")}
            </div>
          )}
        </div>
      )}
      {isSettled && choice ? (
        <details className="give-row__change" key={`change ${round}`}>
          <summary>{t("positions.give.change")}</summary>
          {choice}
        </details>
      ) : (
        choice
      )}
    </form>
  );
}
