import "../../styles/positions-give.css";
import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { countsOf } from "../../domain/positions/finder";
import { POSITION_VALUES } from "../../domain/positions/position";
import { categoryContentHash } from "../../domain/split/canonical";
import type { Category } from "../../domain/split/split";
import { paths } from "../../paths";
import { EnterTold } from "../positions/enter-told";
import { OwnPosition } from "../positions/own-position";
import { PartyList, type PartyListProps } from "../positions/party-list";
import { useCategoryPositions } from "../positions/use-category-positions";
import { useSettled } from "../positions/use-settled";

interface Props {
  slug: string;
  category: Category;
  /** Grows when the server says that positions changed. */
  version: number;
  announce: (text: string) => void;
}

/** Where the parties stand on the open category, the viewer's own choice, and what was told by telephone. */
export function PanelPositions({ slug, category, version, announce }: Props) {
  const { t } = useTranslation();
  // Another text makes positions stale: asked for again when typing has paused.
  const hash = useSettled(categoryContentHash(category));
  const { data, failed, reload } = useCategoryPositions(slug, category.id, `${version} ${hash}`);
  useUpdateAnnouncement(data?.cells, announce);
  const given = data ? Object.values(data.cells).filter(({ stale }) => !stale).length : 0;
  return (
    <section className="panel__section pos-panel" aria-labelledby="panel-positions">
      <h3 id="panel-positions">
        {t("positions.panel.title")}
        {data && ` · ${t("positions.panel.count", { given, count: data.parties.length })}`}
      </h3>
      {!data && !failed && <p className="panel__hint">{t("positions.detail.loading")}</p>}
      {failed && (
        <p className="panel__problem">
          {t("positions.detail.failed")}{" "}
          <button type="button" className="button button--quiet" onClick={reload}>
            {t("positions.detail.again")}
          </button>
        </p>
      )}
      {data && (
        <>
          <OwnPosition
            key={category.id}
            slug={slug}
            categoryId={category.id}
            data={data}
            reload={reload}
            announce={announce}
          />
          <FoldedParties {...data} />
          {data.abilities.enterTold && (
            <EnterTold slug={slug} categoryId={category.id} data={data} reload={reload} announce={announce} />
          )}
        </>
      )}
      <p>
        <Link to={paths.positions(slug)}>{t("positions.panel.all")}</Link>
      </p>
    </section>
  );
}

const STANDS = [...POSITION_VALUES, "missing"] as const;

/** Every party's position, behind its counts: open where somebody objects, asks or has yet to confirm. */
function FoldedParties(props: PartyListProps) {
  const { t } = useTranslation();
  const counts = countsOf(props.parties.map(({ slug }) => props.cells[slug]));
  const words = STANDS.flatMap((stand) => {
    const count = counts[stand];
    const value = t(stand === "missing" ? "positions.missing" : `positions.values.${stand}`);
    return count ? [t("positions.bar.part", { value, count })] : [];
  });
  const isOpen =
    Boolean(counts.object || counts.reservation) || Object.values(props.cells).some(({ told }) => told);
  return (
    <details className="pos-fold" open={isOpen}>
      <summary>{words.join(", ")}</summary>
      <PartyList {...props} />
    </details>
  );
}

/** Says once that others' positions changed, in a few words: what they are can be read beside. */
function useUpdateAnnouncement(cells: object | undefined, announce: (text: string) => void) {
  const { t } = useTranslation();
  const known = useRef<string>();
  const now = cells && JSON.stringify(cells);
  useEffect(() => {
    if (!now) return;
    if (known.current && known.current !== now) announce(t("positions.panel.updated"));
    known.current = now;
  }, [now, announce, t]);
}
