import "../../styles/minutes.css";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { TextDocument } from "../../domain/text/text";
import { paths } from "../../paths";
import { Page } from "../../ui/page";
import { FrozenText } from "../texts/frozen-text";

interface Props {
  slug: string;
  title: string;
  text: TextDocument;
  facts: string[];
  /** Of the address: item or party. */
  of: Record<string, string>;
}

/** An extract of minutes: one item, or what concerns one party. */
export function ExtractPage({ slug, title, text, facts, of }: Props) {
  const { t } = useTranslation();
  const file = (format: string) => `${paths.minutesExtract(slug, of)}&format=${format}`;
  return (
    <Page
      narrow
      title={title}
      lead={<Link to={paths.minutes(slug)}>{t("minutes.title")}</Link>}
      actions={
        <>
          <a className="button" href={file("pdf")}>
            PDF
          </a>
          <a className="button" href={file("docx")}>
            Word
          </a>
        </>
      }
    >
      <div className="card minutes-paper">
        <FrozenText text={text} headingUnder={1} />
        {facts.length > 0 && <p className="muted">{facts.join(" · ")}</p>}
      </div>
    </Page>
  );
}
