import { Link, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "../../paths";

/** What went wrong, as a reader meets it. */
export type ErrorKind = "notFound" | "notAllowed" | "failure";

/** A page of the product's own look: what happened, what was kept, what to do. */
export function ErrorPage({ kind }: { kind: ErrorKind }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  return (
    <main id="content" className="page page--narrow error-page">
      <p className="error-page__mark" aria-hidden="true">
        {kind === "notFound" ? "404" : kind === "notAllowed" ? "403" : "500"}
      </p>
      <h1>{t(`pages.${kind}.title`)}</h1>
      <p className="error-page__text">{t(`pages.${kind}.text`)}</p>
      <div className="page__actions">
        <Link className="button button--primary" to={paths.home()}>
          {t("pages.toHome")}
        </Link>
        {kind === "failure" && (
          <Link className="button" to={pathname + search} reloadDocument>
            {t("pages.tryAgain")}
          </Link>
        )}
      </div>
    </main>
  );
}
