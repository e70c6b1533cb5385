import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { SIDES } from "../../domain/split/split";
import { paths } from "../../paths";
import type { HistoryLine } from "../../protocol/history-line";
import { formatDateTime } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";
import { historyWords } from "./history-line";

/** Lines shown before "the whole history" is asked for. */
const LINES_AT_FIRST = 5;

interface Props {
  slug: string;
  categoryId: string;
  /** Grows when the server says that there is more to tell. */
  version: number;
}

/** Who changed what and when, by the server's word. */
export function PanelHistory({ slug, categoryId, version }: Props) {
  const { t } = useTranslation();
  const [lines, setLines] = useState<HistoryLine[] | "loading" | "failed">("loading");
  const [isWhole, setWhole] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` is why it is asked again
  useEffect(() => {
    const request = new AbortController();
    fetch(paths.categoryHistory(slug, categoryId), {
      headers: { Accept: "application/json" },
      signal: request.signal,
    })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        setLines(((await answer.json()) as { lines: HistoryLine[] }).lines);
      })
      .catch(() => {
        // What was read before stays to be read.
        if (!request.signal.aborted) setLines((before) => (Array.isArray(before) ? before : "failed"));
      });
    return () => request.abort();
  }, [slug, categoryId, version]);
  return (
    <section className="panel__section" aria-labelledby="panel-history">
      <h3 id="panel-history">{t("board.panel.history")}</h3>
      {lines === "loading" && <p className="panel__hint">{t("board.panel.historyLoading")}</p>}
      {lines === "failed" && <p className="panel__hint">{t("board.panel.historyFailed")}</p>}
      {Array.isArray(lines) && lines.length === 0 && (
        <p className="panel__hint">{t("board.panel.historyEmpty")}</p>
      )}
      {Array.isArray(lines) && lines.length > 0 && (
        <>
          <ol className="history">
            {(isWhole ? lines : lines.slice(0, LINES_AT_FIRST)).map((line) => (
              <Line key={line.id} slug={slug} line={line} />
            ))}
          </ol>
          {!isWhole && lines.length > LINES_AT_FIRST && (
            <button type="button" className="button button--quiet" onClick={() => setWhole(true)}>
              {t("board.panel.moreHistory")}
            </button>
          )}
        </>
      )}
    </section>
  );
}

export function Line({ slug, line }: { slug: string; line: HistoryLine }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { key, before, after } = historyWords(line.change);
  const side = (value = "") => {
    const known = SIDES.find((s) => s === value);
    return known ? t(`board.side.${known}`) : value;
  };
  const told =
    key === "moved"
      ? t("board.historyLine.moved", { before: side(before), after: side(after) })
      : t(`board.historyLine.${key}`);
  const nothing = t("board.historyLine.nothing");
  return (
    <li>
      <strong>{line.person}</strong>
      {line.party && <span className="history__party"> · {line.party}</span>}{" "}
      <time className="history__when" dateTime={line.endedAt}>
        {formatDateTime(line.endedAt, language)}
      </time>
      <p>{told}</p>
      {key !== "moved" && (before !== undefined || after !== undefined) && (
        <p className="history__text">
          {before !== undefined && key !== "questionRaised" && (
            <>
              <span className="muted">{t("board.historyLine.before")}:</span> {before || nothing}
              <br />
            </>
          )}
          {after !== undefined && (
            <>
              {before !== undefined && <span className="muted">{t("board.historyLine.after")}: </span>}
              {after || nothing}
            </>
          )}
        </p>
      )}
      {line.change.kind === "wish" && line.change.suggestionId && (
        <a href={paths.suggestions(slug, line.change.suggestionId)}>{t("suggestions.panel.fromHistory")}</a>
      )}
    </li>
  );
}
