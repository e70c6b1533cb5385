import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TOLD_BY_CHARACTERS_MAX } from "../../domain/positions/position";
import { paths } from "../../paths";
import type { CategoryPositionsData } from "../../protocol/positions-data";
import { Button } from "../../ui/button";
import { Field, SelectField } from "../../ui/field";
import { OrganFields } from "./organ-fields";
import { atChoice, PositionChoice } from "./position-choice";
import { RefusalNotice } from "./refusal-notice";
import { usePositionForm } from "./use-position-form";

interface Props {
  slug: string;
  categoryId: string;
  data: CategoryPositionsData;
  reload: () => void;
  announce: (text: string) => void;
}

const AT_FIELDS = ["value", "reason", "toldBy", "organ", "section", "organDate"];

/** The secretary writes down what a party told by telephone: which party, who told it, and what. */
export function EnterTold({ slug, categoryId, data, reload, announce }: Props) {
  const { t } = useTranslation();
  const [round, setRound] = useState(0);
  const [party, setParty] = useState("");
  const { problem, isSending, onSubmit } = usePositionForm({
    ...{ slug, categoryId },
    onDone: () => {
      announce(t("positions.enterTold.done"));
      setParty("");
      setRound((n) => n + 1);
      reload();
    },
  });
  if (data.text.status === "removed") return null;
  const { slug: partySlug } = data.parties.find(({ id }) => id === party) ?? { slug: "" };
  const toldProblem = problem?.field === "toldBy" ? t(problem.error, problem.values ?? {}) : undefined;
  return (
    <details className="pos-told" key={round}>
      <summary>{t("positions.enterTold.open")}</summary>
      <form method="post" action={paths.categoryPositions(slug, categoryId)} onSubmit={onSubmit} noValidate>
        <p className="panel__hint">{t("positions.enterTold.lead")}</p>
        <input type="hidden" name="intent" value="enterTold" />
        <input type="hidden" name="hash" value={data.contentHash} />
        <input type="hidden" name="shown" value={JSON.stringify(data.text)} />
        <input type="hidden" name="after" value={problem?.afterId ?? data.cells[partySlug]?.id ?? ""} />
        {problem && !AT_FIELDS.includes(problem.field ?? "") && <RefusalNotice problem={problem} />}
        <SelectField
          name="party"
          label={t("positions.enterTold.party")}
          value={party}
          onChange={(event) => setParty(event.target.value)}
          required
        >
          <option value="" disabled>
            {t("positions.enterTold.choose")}
          </option>
          {data.parties.map(({ id, shortName }) => (
            <option key={id} value={id}>
              {shortName}
            </option>
          ))}
        </SelectField>
        <Field
          name="toldBy"
          label={t("positions.enterTold.by")}
          error={toldProblem}
          maxLength={TOLD_BY_CHARACTERS_MAX}
          autoComplete="off"
          required
        />
        <PositionChoice
          legend={t("positions.enterTold.value")}
          valueName="value"
          reasonName="reason"
          problem={atChoice(problem)}
        />
        <OrganFields problem={problem} />
        <Button type="submit" disabled={isSending || party === ""}>
          {t("positions.enterTold.submit")}
        </Button>
      </form>
    </details>
  );
}
