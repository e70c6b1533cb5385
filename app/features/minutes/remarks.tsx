import { useTranslation } from "react-i18next";
import { inLanguage } from "../../domain/languages";
import type { MinutesRemark } from "../../domain/minutes/checks";
import { useLanguage } from "../../ui/use-language";

/** What is to be looked at before approval (rule Y3). */
export function Remarks({ remarks }: { remarks: MinutesRemark[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className="card" aria-labelledby="minutes-remarks">
      <h2 id="minutes-remarks">{t("minutes.checks.title")}</h2>
      {remarks.length === 0 ? (
        <p>{t("minutes.checks.none")}</p>
      ) : (
        <ul className="minutes-remarks">
          {remarks.map((remark) => {
            const number = "item" in remark ? remark.item : 0;
            const label = "label" in remark ? inLanguage(remark.label, language) : "";
            const words = t(`minutes.checks.${remark.kind}`, { number, label });
            return <li key={words}>{words}</li>;
          })}
        </ul>
      )}
    </section>
  );
}
