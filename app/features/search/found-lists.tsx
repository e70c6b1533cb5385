import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CategoryFind, DraftFind, TextFind } from "../../../server/queries/search-page.server";
import type { CommentFind, StatementFind } from "../../../server/queries/search-speech.server";
import { FINDS_PER_KIND_MAX } from "../../domain/search";
import { paths } from "../../paths";
import { formatDate } from "../../ui/format";
import { Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { MarkedText } from "./marked-text";
import type { SearchPage } from "./search-view";

/** What was found, grouped by kind; a kind without finds has no heading. */
export function FoundLists({ page }: { page: Extract<SearchPage, { state: "found" }> }) {
  return (
    <>
      <Kind kind="drafts" {...page.drafts} line={(find) => <DraftLine key={find.slug} find={find} />} />
      <Kind kind="texts" {...page.texts} line={(find) => <TextLine key={find.slug} find={find} />} />
      <Kind
        kind="categories"
        {...page.categories}
        line={(find) => <CategoryLine key={`${find.draftSlug} ${find.categoryId}`} find={find} />}
      />
      <Kind
        kind="comments"
        {...page.comments}
        line={(find) => <CommentLine key={find.commentId} find={find} />}
      />
      <Kind
        kind="statements"
        {...page.statements}
        line={(find) => <StatementLine key={`${find.roundSlug} ${find.partySlug}`} find={find} />}
      />
    </>
  );
}

function Kind<T>({
  kind,
  finds,
  more,
  line,
}: {
  kind: "drafts" | "texts" | "categories" | "comments" | "statements";
  finds: T[];
  more: boolean;
  line: (find: T) => ReactNode;
}) {
  const { t } = useTranslation();
  if (finds.length === 0) return null;
  return (
    <section className="found" aria-labelledby={`found-${kind}`}>
      <h2 id={`found-${kind}`}>{t(`search.kinds.${kind}`)}</h2>
      <ul className="card lines">{finds.map(line)}</ul>
      {more && <p className="muted">{t("search.more", { max: FINDS_PER_KIND_MAX })}</p>}
    </section>
  );
}

/** One find: what it is, where it stands, and the words around what was looked for. */
function Line({
  to,
  name,
  marks,
  where,
  children,
}: {
  to: string;
  name: ReactNode;
  marks?: ReactNode;
  where: (string | null)[];
  children?: ReactNode;
}) {
  return (
    <li className="lines__item found__item">
      <div>
        <p className="found__name">
          <Link to={to}>{name}</Link> {marks}
        </p>
        <p className="muted">{where.filter(Boolean).join(" · ")}</p>
        {children && <p className="found__excerpt">{children}</p>}
      </div>
    </li>
  );
}

function DraftLine({ find }: { find: DraftFind }) {
  const { t } = useTranslation();
  return (
    <Line
      to={paths.draft(find.slug)}
      name={<MarkedText text={find.title} />}
      marks={find.state === "archived" && <Badge>{t("search.archived")}</Badge>}
      where={[find.table]}
    />
  );
}

function TextLine({ find }: { find: TextFind }) {
  const { t } = useTranslation();
  return (
    <Line
      to={paths.draft(find.slug)}
      name={find.title}
      marks={find.state === "archived" && <Badge>{t("search.archived")}</Badge>}
      where={[find.table]}
    >
      <MarkedText text={find.excerpt} />
    </Line>
  );
}

function CategoryLine({ find }: { find: CategoryFind }) {
  const { t } = useTranslation();
  return (
    <Line
      to={paths.draft(find.draftSlug, find.categoryId)}
      name={<MarkedText text={find.label} />}
      marks={find.status === "removed" && <Badge>{t("search.removed")}</Badge>}
      where={[find.draft]}
    >
      {find.excerpt.length > 0 && <MarkedText text={find.excerpt} />}
    </Line>
  );
}

/** Who said it stands first: words belong to their author. */
function CommentLine({ find }: { find: CommentFind }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const to = find.draftSlug
    ? paths.discussion(find.draftSlug, find.commentId)
    : paths.round(find.roundSlug ?? "");
  return (
    <Line
      to={to}
      name={find.category ?? find.draft ?? find.round ?? t("search.kinds.comments")}
      marks={find.isExample && <Badge>{t("search.example")}</Badge>}
      where={[find.author, find.party, formatDate(find.at, language), find.category && find.draft]}
    >
      <MarkedText text={find.excerpt} />
    </Line>
  );
}

function StatementLine({ find }: { find: StatementFind }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Line
      to={paths.statement(find.roundSlug, find.partySlug)}
      name={find.party}
      marks={find.isExample && <Badge>{t("search.example")}</Badge>}
      where={[find.round, formatDate(find.at, language)]}
    >
      <MarkedText text={find.excerpt} />
    </Line>
  );
}
