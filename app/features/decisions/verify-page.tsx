import "../../styles/register.css";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { BUNDLE_BYTES_MAX, TOO_LARGE } from "../../domain/decisions/bundle-limits";
import { conclusionOf, findingWords } from "../../domain/decisions/finding-words";
import type { Verified } from "../../domain/decisions/verify";
import { paths } from "../../paths";
import type { ApiSeal } from "../../protocol/api-decisions";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { formatDateTime } from "../../ui/format";
import { Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";

type Register = { kind: "known"; seal: ApiSeal } | { kind: "unknown" | "silent" };

/** Looks at an evidence bundle in the browser: the file goes nowhere. */
export function VerifyPage() {
  const { t } = useTranslation();
  // Until the page's program runs, the button could only send the form.
  const [isBusy, setBusy] = useState(true);
  useEffect(() => setBusy(false), []);
  const [seen, setSeen] = useState<{ verified: Verified; register: Register | null } | null>(null);
  const [lost, setLost] = useState<string | null>(null);
  const look = async (chosen: File, known: string) => {
    setBusy(true);
    setSeen(null);
    setLost(null);
    try {
      const verified = await verifyFile(chosen, known);
      const seal = verified.says?.seal.sha256;
      setSeen({ verified, register: seal ? await askRegister(seal) : null });
    } catch {
      setLost(chosen.name); // the file went away under the browser, or the program could not be fetched
    }
    setBusy(false);
  };
  return (
    <Page narrow title={t("seals.verify.title")} lead={t("seals.verify.lead")}>
      <noscript>
        <Notice kind="warning">{t("seals.verify.noScript")}</Notice>
      </noscript>
      <form
        className="card stack"
        onSubmit={(event) => {
          event.preventDefault();
          // Read now: what was chosen and typed before the program ran counts too.
          const form = new FormData(event.currentTarget);
          const file = form.get("file");
          if (file instanceof File && file.name && !isBusy) void look(file, String(form.get("known") ?? ""));
        }}
      >
        <Field
          type="file"
          name="file"
          required
          accept=".zip,application/zip"
          label={t("seals.verify.file")}
        />
        <Field
          name="known"
          label={t("seals.verify.known")}
          hint={t("seals.verify.knownHint")}
          maxLength={100}
          autoComplete="off"
        />
        <Button type="submit" variant="primary" disabled={isBusy}>
          {t("seals.verify.title")}
        </Button>
      </form>
      {lost !== null && <Notice kind="error">{t("seals.verify.command.noFile", { file: lost })}</Notice>}
      {seen && <Seen {...seen} />}
      <p className="muted">{t("seals.verify.limit")}</p>
    </Page>
  );
}

async function verifyFile(file: File, known: string): Promise<Verified> {
  // Not even read: it would fill the browser's memory.
  if (file.size > BUNDLE_BYTES_MAX) return TOO_LARGE;
  // Hashing and reading zips come only to who verifies.
  const { verifyBundle } = await import("../../domain/decisions/verify");
  return verifyBundle(new Uint8Array(await file.arrayBuffer()), known.trim() || undefined);
}

/** Whether this server's register has the seal; a server that does not answer decides nothing. */
async function askRegister(sha256: string): Promise<Register> {
  try {
    const answer = await fetch(paths.apiSeal(sha256));
    if (answer.status === 404) return { kind: "unknown" };
    return answer.ok ? { kind: "known", seal: (await answer.json()) as ApiSeal } : { kind: "silent" };
  } catch {
    return { kind: "silent" };
  }
}

function Seen({ verified, register }: { verified: Verified; register: Register | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className="card verify-seen" aria-live="polite">
      <Verdict verified={verified} register={register} />
      <ul className="verify-findings">
        {verified.findings.map((finding) => {
          const { check, ok, problem, at } = findingWords(finding);
          return (
            <li key={check} data-ok={ok ? "yes" : "no"}>
              <strong>{t(`seals.verify.check.${check}`)}</strong>:{" "}
              {ok ? t("seals.verify.passed") : t("seals.verify.notPassed")}
              {problem && `. ${t(`seals.verify.problem.${problem}`, { at })}`}
            </li>
          );
        })}
        {register && (
          <li data-ok={register.kind === "known" ? "yes" : "no"}>
            <strong>{t("seals.verify.asked")}</strong>:{" "}
            {register.kind === "known"
              ? t("seals.verify.registerKnown", {
                  place: register.seal.place,
                  time: formatDateTime(register.seal.sealedAt, language),
                })
              : t(
                  register.kind === "unknown"
                    ? "seals.verify.registerUnknown"
                    : "seals.verify.registerSilent",
                )}
          </li>
        )}
      </ul>
      <Says verified={verified} />
    </section>
  );
}

/** What it comes to. A bundle of another service is not called altered: it is one that this register does not know. */
function Verdict({ verified, register }: { verified: Verified; register: Register | null }) {
  const { t } = useTranslation();
  const conclusion = conclusionOf(verified);
  if (conclusion !== "ok") return <Notice kind="error">{t(`seals.verify.${conclusion}`)}</Notice>;
  if (register?.kind === "unknown") return <Notice kind="warning">{t("seals.verify.unregistered")}</Notice>;
  return <Notice kind="ok">{t("seals.verify.ok")}</Notice>;
}

function Says({ verified: { says } }: { verified: Verified }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!says) return null;
  const { content, seal, links, names } = says;
  const positions = content.positions
    .map(
      ({ party, value }) => `${party} ${value ? t(`positions.values.${value}`) : t("seals.sealed.noValue")}`,
    )
    .join(", ");
  return (
    <>
      <h2>{t("seals.verify.says")}</h2>
      <p>
        {t("seals.verify.saysDecision", {
          ...{ table: content.table.name, number: content.number },
          outcome: t(`decisions.outcome.${content.outcome}`),
        })}
      </p>
      <p className="decision-text">{t("seals.verify.saysText", { text: content.text })}</p>
      <p>{t("seals.verify.saysStated", { time: formatDateTime(content.statedAt, language) })}</p>
      <p className="sealed-address">
        {t("seals.verify.saysVersion", {
          ...{ draft: content.draft.title, number: content.frozenVersion.number },
          hash: content.frozenVersion.sha256,
        })}
      </p>
      <p className="sealed-address">{t("seals.verify.saysSeal", { hash: seal.sha256 })}</p>
      <p>{t("seals.verify.saysPlace", { place: seal.place, links })}</p>
      <p>{t("seals.verify.saysPositions", { positions })}</p>
      {Object.values(names).map((name) => (
        <p key={name}>{t("seals.verify.saysName", { name })}</p>
      ))}
      <p className="muted">{t("seals.verify.readingCopies")}</p>
    </>
  );
}
