import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { TextDocument } from "../../domain/text/text";
import { paths } from "../../paths";
import { blockKey, type EmbeddedDraft } from "../../protocol/text-data";
import { EmbeddedBlock } from "./embedded-block";
import { TextView } from "./text-view";

interface Props {
  text: TextDocument;
  /** By blockKey: the drafts that it shows. Without them it leads to each. */
  blocks?: Record<string, EmbeddedDraft>;
  headingUnder?: number;
}

/** A frozen text, with the drafts that it shows in the versions that were frozen with it. */
export function FrozenText({ text, blocks, headingUnder = 2 }: Props) {
  const { t } = useTranslation();
  return (
    <TextView
      text={text}
      headingUnder={headingUnder}
      renderBlock={({ attrs: { slug, version } }) => {
        const embedded = blocks?.[blockKey({ slug, version })];
        if (embedded) return <EmbeddedBlock slug={slug} version={version} embedded={embedded} />;
        return (
          <p>
            {version === null ? (
              <Link to={paths.draft(slug)}>{t("texts.versions.showLive", { slug })}</Link>
            ) : (
              <Link to={paths.version(slug, version)}>
                {t("texts.versions.showDraft", { slug, number: version })}
              </Link>
            )}
          </p>
        );
      }}
    />
  );
}
