import { Link, useNavigate } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import type { MatrixRow, PartyColumn, PositionView } from "../../protocol/positions-data";
import { useLanguage } from "../../ui/use-language";
import { WHOLE } from "./matrix";
import { PartyList } from "./party-list";
import { useCategoryPositions } from "./use-category-positions";

interface Props {
  slug: string;
  parties: PartyColumn[];
  /** The open category, or null for the draft as a whole. */
  row: MatrixRow | null;
  whole: Record<string, PositionView>;
  /** The party whose cell it was opened from. */
  who: string | null;
  closeHref: string;
}

/**
 * Who stands where on one category, with reasons, differences and history. Its address opens it; without a script it stands
 * on the page.
 */
export function CellDialog({ slug, parties, row, whole, who, closeHref }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const label = row ? inLanguage(row.label, language) : t("positions.whole");
  useEffect(() => {
    const { current } = dialog;
    if (!current) return;
    // The cell, which gets the focus back when the dialog closes.
    const opener = document.querySelector<HTMLElement>(
      `.matrix a[href*="category=${CSS.escape(encodeURIComponent(row?.categoryId ?? WHOLE))}&who=${CSS.escape(who ?? "")}"]`,
    );
    current.close();
    current.showModal();
    current.querySelector<HTMLElement>("h3")?.focus();
    return () => {
      if (current.open) current.close();
      opener?.focus();
    };
  }, [row?.categoryId, who]);
  const close = () => navigate(closeHref, { preventScrollReset: true, replace: true });
  return (
    <dialog
      ref={dialog}
      open
      className="pos-dialog"
      aria-labelledby="cell-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <div className="panel__top">
        <h3 id="cell-title" tabIndex={-1}>
          {label}
        </h3>
        <Link
          to={closeHref}
          replace
          preventScrollReset
          className="panel__close"
          aria-label={t("common.close")}
        >
          <span aria-hidden="true">×</span>
        </Link>
      </div>
      {row ? (
        <Category key={row.categoryId} slug={slug} parties={parties} row={row} who={who} />
      ) : (
        <PartyList parties={parties} cells={whole} open={who} />
      )}
      {row && (
        <p className="pos-dialog__links">
          <Link to={paths.draft(slug, row.categoryId)}>{t("positions.detail.toBoard")}</Link>
        </p>
      )}
    </dialog>
  );
}

/** What the page knows at once; differences and history when they have been asked for. */
function Category({ slug, parties, row, who }: Pick<Props, "slug" | "parties" | "who"> & { row: MatrixRow }) {
  const { t } = useTranslation();
  const { data, failed, reload } = useCategoryPositions(slug, row.categoryId, row.cells);
  return (
    <>
      <PartyList parties={parties} cells={row.cells} open={who} {...data} />
      {failed && (
        <p className="panel__problem" role="alert">
          {t("positions.detail.failed")}{" "}
          <button type="button" className="button button--quiet" onClick={reload}>
            {t("positions.detail.again")}
          </button>
        </p>
      )}
    </>
  );
}
