import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DraftView } from "../../../server/queries/statement-page.server";
import { inLanguage } from "../../domain/languages";
import { categoryPart, changePart, questionPart } from "../../domain/statements/parts";
import { paths } from "../../paths";
import { LinkButton } from "../../ui/button";
import { Badge, Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { AttachmentList } from "./attachment-list";
import { PartEditor } from "./part-editor";
import { PartText } from "./sent-statement";
import type { StatementPageProps } from "./statement-page";

type Props = StatementPageProps & { draft: DraftView; canWrite: boolean };

interface Section {
  /** As the address names it. */
  key: string;
  title: string;
  parts: { name: string; label: string; hint?: string }[];
}

/** The draft statement by sections: one is open for writing at a time, the others show what stands in them. */
export function WriteSections(props: Props) {
  const { round, party, draft, canWrite, questions, categories } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const whole = t("statements.write.whole");
  const first: Section[] = [
    { key: "whole", title: whole, parts: [{ name: "whole", label: whole }] },
    ...questions.map(({ id, text, categoryId }) => {
      const category = categories.find((one) => one.id === categoryId);
      const title = category ? `${inLanguage(category.label, language)}: ${text}` : text;
      return {
        key: questionPart(id),
        title,
        parts: [{ name: questionPart(id), label: t("statements.write.answer") }],
      };
    }),
  ];
  const each: Section[] = categories.map(({ id, label }) => ({
    key: categoryPart(id),
    title: inLanguage(label, language) || t("split.unnamed"),
    parts: [
      { name: categoryPart(id), label: t("statements.write.category") },
      {
        ...{ name: changePart(id), label: t("statements.write.change") },
        hint: t("statements.write.changeHint"),
      },
    ],
  }));
  const sections = (list: Section[]) =>
    list.map((section) => <SectionView key={section.key} {...props} section={section} />);
  return (
    <>
      {canWrite && (
        <noscript>
          <Notice kind="warning">{t("statements.write.needsLive")}</Notice>
        </noscript>
      )}
      <div className="statement-sections">{sections(first)}</div>
      {each.length > 0 && (
        <section className="draft-section" aria-labelledby="statement-categories">
          <h3 id="statement-categories">{t("statements.write.categories")}</h3>
          <div className="statement-sections">{sections(each)}</div>
        </section>
      )}
      <section className="draft-section" aria-labelledby="statement-files">
        <h3 id="statement-files">{t("statements.write.attachments")}</h3>
        <AttachmentList roundSlug={round.slug} partySlug={party.slug} attachments={draft.attachments} />
        {canWrite && (
          <LinkButton to={paths.attachments(round.slug, party.slug)}>
            {t("statements.write.attach")}
          </LinkButton>
        )}
      </section>
      {canWrite && (
        <div className="statement-send">
          {draft.maySend ? (
            <LinkButton variant="primary" to="?review=1">
              {t("statements.write.review")}
            </LinkButton>
          ) : (
            <p className="muted">{t("statements.write.onlyPrepare")}</p>
          )}
        </div>
      )}
    </>
  );
}

function SectionView({ section, draft, canWrite, open }: Props & { section: Section }) {
  const { t } = useTranslation();
  const isOpen = canWrite && open === section.key;
  return (
    <section className="card statement-section" aria-label={section.title}>
      <div className="statement-section__head">
        <h4>{section.title}</h4>
        {canWrite && !isOpen && (
          <Link
            className="button button--quiet"
            to={`?open=${encodeURIComponent(section.key)}`}
            state={{ writes: section.key }}
            preventScrollReset
            aria-label={t("statements.write.openOf", { part: section.title })}
          >
            {t("statements.write.open")}
          </Link>
        )}
        {isOpen && (
          <Link className="button" to="?" preventScrollReset>
            {t("statements.write.closePart")}
          </Link>
        )}
      </div>
      {section.parts.map(({ name, label, hint }, n) => {
        const known = draft.parts[name];
        if (isOpen)
          return (
            <PartEditor
              key={name}
              part={name}
              label={label}
              {...(hint && { hint })}
              known={known}
              takesFocus={n === 0}
            />
          );
        if (!known?.text.trim()) return null;
        return (
          <div key={name}>
            {section.parts.length > 1 && n > 0 && <Badge kind="change">{label}</Badge>}
            <PartText words={known.text} text={known.rich} />
          </div>
        );
      })}
      {!isOpen && section.parts.every(({ name }) => !draft.parts[name]?.text.trim()) && (
        <p className="muted">{t("statements.write.notWritten")}</p>
      )}
    </section>
  );
}
