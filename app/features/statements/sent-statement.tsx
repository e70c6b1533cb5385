import { useTranslation } from "react-i18next";
import type { StatementLine } from "../../../server/queries/statement-lines.server";
import type { TextDocument } from "../../domain/text/text";
import { formatDate, formatDateTime } from "../../ui/format";
import { Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { TextView } from "../texts/text-view";
import { AttachmentList } from "./attachment-list";
import { type PartSubjects, usePartWords } from "./part-words";
import { ExampleBadge, StatusBadge } from "./status-badge";

interface PartsProps extends PartSubjects {
  order: string[];
  parts: Record<string, string>;
  /** The same with their form, of the parts that have one. */
  texts: Record<string, TextDocument>;
}

/** The words of a part, with their form when they have one. */
export function PartText({ words, text }: { words: string; text?: TextDocument | null | undefined }) {
  if (!text) return <p className="statement-words">{words}</p>;
  return <TextView text={text} headingUnder={4} isInside />;
}

/** The parts that say something, in order, each with what it is about. */
export function PartTexts({ order, parts, texts, ...subjects }: PartsProps) {
  const { t } = useTranslation();
  const wordsOf = usePartWords(subjects);
  return (
    <dl className="statement-parts">
      {order.map((name) => {
        if (!parts[name]) return null;
        const { subject, isChange } = wordsOf(name);
        return (
          <div key={name}>
            <dt>
              {subject} {isChange && <Badge kind="change">{t("statements.write.change")}</Badge>}
            </dt>
            <dd>
              <PartText words={parts[name]} text={texts[name]} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

interface Props extends PartSubjects {
  order: string[];
  round: { slug: string };
  party: { slug: string };
  statement: StatementLine;
}

/** A sent statement as it was frozen. */
export function SentStatement({ statement, round, party, ...subjects }: Props) {
  return (
    <article className="card sent-statement">
      <p>
        <StatusBadge status="given" isLate={statement.isLate} /> {statement.isExample && <ExampleBadge />}
      </p>
      <SentFacts statement={statement} />
      <PartTexts {...subjects} parts={statement.parts} texts={statement.texts} />
      <AttachmentList roundSlug={round.slug} partySlug={party.slug} attachments={statement.attachments} />
    </article>
  );
}

/** Organ, section and date, who sent it and when, and its digest. */
export function SentFacts({ statement }: { statement: StatementLine }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { organ, section, organDate } = statement;
  const given = [
    t("statements.sent.organ", { organ }),
    section && t("statements.sent.section", { section }),
    organDate && t("statements.sent.on", { date: formatDate(organDate, language) }),
  ];
  return (
    <>
      <p>
        <strong>{given.filter(Boolean).join(", ")}</strong>
      </p>
      <p className="muted">
        {t("statements.sent.at", {
          name: statement.sentBy,
          time: formatDateTime(statement.sentAt, language),
        })}
      </p>
      <details className="version-details">
        <summary>
          {t("statements.sent.sha256")}: <code>{statement.sha256.slice(0, 12)}</code>
        </summary>
        <code>{statement.sha256}</code>
      </details>
    </>
  );
}
