import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DecisionPage } from "../../../server/queries/decision-page.server";
import { SHORT_HASH_CHARACTERS } from "../../domain/decisions/decision";
import { findingWords } from "../../domain/decisions/finding-words";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { formatDateTime } from "../../ui/format";
import { Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";

/** The seal, its place in the chain, the server's own look at it, and what can be taken home. */
export function SealSection({ page, isWhole }: { page: DecisionPage; isWhole: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { seal, code } = page;
  const facts: [string, string][] = [
    [t("seals.sealed.whole"), seal.sha256],
    [t("seals.sealed.place"), t("seals.sealed.placeOf", { place: seal.place, links: page.links })],
    [t("seals.sealed.previous"), seal.previousSha256 ?? t("seals.sealed.first")],
    [t("seals.sealed.contentHash"), seal.contentSha256],
    [t("seals.sealed.versionHash"), page.content.frozenVersion.sha256],
    [t("seals.sealed.logPosition"), String(page.content.frozenVersion.logPosition)],
  ];
  return (
    <div className="stack">
      <section className="card" aria-labelledby="sealed-seal">
        <h2 id="sealed-seal">{t("seals.sealed.seal")}</h2>
        <p className="sealed-short">{seal.sha256.slice(0, SHORT_HASH_CHARACTERS)}</p>
        <Notice kind={isWhole ? "ok" : "error"}>
          {t(isWhole ? "seals.sealed.checkOk" : "seals.sealed.checkFailed")}{" "}
          {t("seals.sealed.checked", { time: formatDateTime(page.checkedAt, language) })}
        </Notice>
        {!isWhole && (
          <ul className="verify-findings">
            {page.findings.map(findingWords).map(({ check, ok, problem, at }) => (
              <li key={check} data-ok={ok ? "yes" : "no"}>
                <strong>{t(`seals.verify.check.${check}`)}</strong>:{" "}
                {ok ? t("seals.verify.passed") : t("seals.verify.notPassed")}
                {problem && `. ${t(`seals.verify.problem.${problem}`, { at })}`}
              </li>
            ))}
          </ul>
        )}
        <p>{t("seals.sealed.promise")}</p>
        <p>{t("seals.sealed.keep")}</p>
        <dl className="sealed-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="card" aria-labelledby="sealed-take">
        <h2 id="sealed-take">{t("seals.sealed.take")}</h2>
        {/* Files, not pages: the router must not follow them. */}
        <ul className="sealed-files">
          <li>
            <a href={paths.decisionPdf(page.id)}>{t("seals.sealed.pdf")}</a>
          </li>
          <li>
            <a href={paths.apiDecision(page.id)}>{t("seals.sealed.json")}</a>
          </li>
          <li>
            <a href={paths.apiBundle(page.id)}>{t("seals.sealed.bundle")}</a>
          </li>
        </ul>
        <p className="muted">{t("seals.sealed.bundleHint")}</p>
        <p>
          <Link to={paths.verify()}>{t("seals.sealed.verify")}</Link>
        </p>
        {/* Always dark on light: cameras read no other. */}
        <svg viewBox={`-4 -4 ${code.size + 8} ${code.size + 8}`} role="img" className="sealed-code">
          <title>{t("seals.sealed.code")}</title>
          <path d={code.path} fill="#000000" />
        </svg>
        <p className="sealed-address">{page.address}</p>
      </section>
      {page.may.eraseName && <EraseNames page={page} />}
    </div>
  );
}

function EraseNames({ page }: { page: DecisionPage }) {
  const { t } = useTranslation();
  const named = [page.statedBy, page.recordedBy].filter(({ name }) => name !== null);
  if (named.length === 0) return null;
  return (
    <details className="card">
      <summary>{t("seals.sealed.eraseOpen")}</summary>
      <p>{t("seals.sealed.eraseHint")}</p>
      {named.map(({ nameHash, name }) => (
        <Form key={nameHash} method="post" action={paths.decision(page.id)}>
          <input type="hidden" name="hash" value={nameHash} />
          <Button type="submit" name="intent" value="erase-name" variant="danger">
            {t("seals.sealed.erase", { name })}
          </Button>
        </Form>
      ))}
    </details>
  );
}
