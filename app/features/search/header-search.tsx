import "../../styles/search.css";
import { Form, Link, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SEARCH_CHARACTERS_MAX } from "../../domain/search";
import { paths } from "../../paths";
import { SearchIcon } from "./search-icon";
import { SEARCH_BOX, useSearchKey } from "./use-search-key";

/** The way to the search from every page: a box where there is room, a link where there is not. */
export function HeaderSearch() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  useSearchKey();
  // The page has a box of its own.
  if (pathname === paths.search()) return null;
  return (
    <>
      <Form role="search" action={paths.search()} className="header-search" key={pathname}>
        <label>
          <span className="visually-hidden">{t("search.box")}</span>
          <SearchIcon />
          <input
            className="input header-search__box"
            type="search"
            name="q"
            placeholder={t("search.placeholder")}
            maxLength={SEARCH_CHARACTERS_MAX}
            autoComplete="off"
            aria-keyshortcuts="/"
            {...{ [SEARCH_BOX]: "" }}
          />
        </label>
      </Form>
      <Link to={paths.search()} className="header-search__link">
        <SearchIcon />
        <span className="visually-hidden">{t("search.open")}</span>
      </Link>
    </>
  );
}
