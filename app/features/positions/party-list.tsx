import { useTranslation } from "react-i18next";
import { POSITION_VALUES } from "../../domain/positions/position";
import type { PartyColumn, PastPosition, PositionText, PositionView } from "../../protocol/positions-data";
import { formatDateTime } from "../../ui/format";
import { Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { PositionDetail } from "./position-detail";
import { ValueMark } from "./value-mark";

export interface PartyListProps {
  parties: PartyColumn[];
  /** By party slug. */
  cells: Record<string, PositionView>;
  givenOn?: Record<string, PositionText>;
  text?: PositionText | null;
  history?: Record<string, PastPosition[]>;
  /** The party whose details stand open. */
  open?: string | null;
}

/** Where every party stands, objections first; each opens to who, when and why. */
export function PartyList({ parties, cells, givenOn, text, history, open }: PartyListProps) {
  const { t } = useTranslation();
  const answered = WORST_FIRST.flatMap((value) => parties.filter(({ slug }) => cells[slug]?.value === value));
  const silent = parties.filter(({ slug }) => !cells[slug]);
  return (
    <div className="pos-parties">
      <ul>
        {answered.map((party) => {
          const position = cells[party.slug]!;
          return (
            <li key={party.slug}>
              <details open={party.slug === open}>
                <summary>
                  <span className="pos-parties__name">{party.shortName}</span>{" "}
                  <ValueMark value={position.value} stale={position.stale} />{" "}
                  {position.told && <Badge kind="question">{t("positions.told")}</Badge>}
                  {position.isExample && <Badge>{t("positions.example")}</Badge>}
                </summary>
                <PositionDetail
                  position={position}
                  givenOn={position.stale ? givenOn?.[party.slug] : null}
                  text={text}
                />
                <Earlier positions={history?.[party.slug]} />
              </details>
            </li>
          );
        })}
      </ul>
      {silent.length > 0 && (
        <p className="pos-parties__silent">
          <strong>{t("positions.panel.waiting")}:</strong>{" "}
          {silent.map(({ shortName }) => shortName).join(", ")}
        </p>
      )}
    </div>
  );
}

const WORST_FIRST = [
  ...(["object", "reservation"] as const),
  ...POSITION_VALUES.filter((value) => value !== "object" && value !== "reservation"),
];

/** What the party said before, the newest first. Nothing of it is ever taken away (rule P1). */
function Earlier({ positions }: { positions: PastPosition[] | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!positions || positions.length === 0) return null;
  return (
    <details className="pos-earlier">
      <summary>{t("positions.detail.history")}</summary>
      <ol>
        {positions.map((position) => (
          <li key={position.id}>
            {position.value === null ? (
              <p>
                {t("positions.detail.takenBack")}{" "}
                <time dateTime={position.givenAt}>{formatDateTime(position.givenAt, language)}</time>
              </p>
            ) : (
              <>
                <ValueMark value={position.value} />
                <PositionDetail position={position} />
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
