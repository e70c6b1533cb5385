import "../../styles/texts-block.css";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import type { EmbeddedDraft } from "../../protocol/text-data";
import { useLanguage } from "../../ui/use-language";
import { StaticBoard } from "../board/static-board";
import { TextView } from "./text-view";

interface Props {
  slug: string;
  /** Null shows the live draft. */
  version: number | null;
  /** Undefined while it is asked for. */
  embedded: EmbeddedDraft | undefined;
}

/** Another draft shown inside a text, as it is now or as it was frozen, with the way to it. */
export function EmbeddedBlock({ slug, version, embedded }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!embedded) return <p className="muted">{t("texts.editor.block.opening")}</p>;
  if (!embedded.ok) return <p className="muted">{t("texts.view.noBlock")}</p>;
  const title = inLanguage(embedded.title, language);
  return (
    <figure className="embedded-draft" aria-label={title}>
      <figcaption>
        <Link to={version === null ? paths.draft(slug) : paths.version(slug, version)}>{title}</Link>{" "}
        <span className="badge">
          {version === null
            ? t("texts.editor.block.live")
            : t("texts.editor.block.version", { number: version })}
        </span>
      </figcaption>
      {embedded.kind === "split" ? (
        <StaticBoard split={embedded.split} sideNotes={{}} changes={null} />
      ) : (
        <div className="embedded-draft__text">
          <TextView text={embedded.text} headingUnder={2} isInside />
        </div>
      )}
    </figure>
  );
}
