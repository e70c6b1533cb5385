import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { searchPage } from "../../../server/queries/search-page.server";
import { SEARCH_CHARACTERS_MAX } from "../../domain/search";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { EmptyState, Page } from "../../ui/page";
import { FoundLists } from "./found-lists";
import { SEARCH_BOX, useSearchKeyChoice } from "./use-search-key";

export type SearchPage = Awaited<ReturnType<typeof searchPage>>;

/** The search and what it found, by kind. */
export function SearchView({ words, page }: { words: string; page: SearchPage }) {
  const { t } = useTranslation();
  const box = useRef<HTMLInputElement>(null);
  const nothingTyped = page.state === "nothingTyped";
  useEffect(() => {
    if (nothingTyped) box.current?.focus();
  }, [nothingTyped]);
  return (
    <Page narrow title={t("search.title")} lead={t("search.lead")}>
      <Form role="search" action={paths.search()} className="search-form">
        <label className="field search-form__words">
          <span className="visually-hidden">{t("search.box")}</span>
          <input
            key={words}
            ref={box}
            className="input"
            type="search"
            name="q"
            defaultValue={words}
            maxLength={SEARCH_CHARACTERS_MAX}
            autoComplete="off"
            {...{ [SEARCH_BOX]: "" }}
          />
        </label>
        <Button type="submit" variant="primary">
          {t("search.submit")}
        </Button>
      </Form>
      <Answer page={page} />
    </Page>
  );
}

function Answer({ page }: { page: SearchPage }) {
  const { t } = useTranslation();
  const shown =
    page.state === "found"
      ? [page.drafts, page.texts, page.categories, page.comments, page.statements].reduce(
          (count, { finds }) => count + finds.length,
          0,
        )
      : 0;
  return (
    <>
      <p className="search-count" role="status">
        {shown > 0 && t("search.count", { count: shown })}
      </p>
      {page.state === "found" && shown > 0 && <FoundLists page={page} />}
      {page.state === "found" && shown === 0 && (
        <EmptyState title={t("search.nothing.title")}>{t("search.nothing.text")}</EmptyState>
      )}
      {page.state === "noWords" && (
        <EmptyState title={t("search.noWords.title")}>{t("search.noWords.text")}</EmptyState>
      )}
      {shown === 0 && <Teaching />}
    </>
  );
}

/** How to search: stands where nothing was found yet. */
function Teaching() {
  const { t } = useTranslation();
  const [on, setOn] = useSearchKeyChoice();
  return (
    <section className="card search-teach" aria-labelledby="search-teach">
      <h2 id="search-teach">{t("search.teach.title")}</h2>
      <ul>
        {(["words", "beginnings", "phrase", "either", "languages"] as const).map((name) => (
          <li key={name}>{t(`search.teach.${name}`)}</li>
        ))}
        <li>{t("search.keyHint")}</li>
      </ul>
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => setOn(event.currentTarget.checked)} />
        <span>{t("search.keyOn")}</span>
      </label>
    </section>
  );
}
