import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../../paths";
import type { TextSuggestionData } from "../../../protocol/text-suggestions-data";
import { Button } from "../../../ui/button";
import { SelectField, TextArea } from "../../../ui/field";
import { useSentForm } from "../../discussion/use-sent-form";

/** What was settled, told to who did it. */
export interface SettledNow {
  intent: "accept" | "decline" | "withdraw";
  settled: string[];
  missing: number;
}
export type OnSettled = (now: SettledNow) => void;

interface OneProps {
  slug: string;
  id: string;
  canSettle: boolean;
  canWithdraw: boolean;
  onSettled: OnSettled;
}

/** Accepting, declining with a reason, and taking one's own back: plain forms that are sent by themselves with JavaScript. */
export function SettleOne({ slug, id, canSettle, canWithdraw, onSettled }: OneProps) {
  const { t } = useTranslation();
  if (!canSettle && !canWithdraw) return null;
  const form = { slug, id, onSettled };
  return (
    <div className="suggestion__acts">
      {canSettle && (
        <Step {...form} intent="accept" variant="primary" submit={t("texts.suggesting.accept")} />
      )}
      {canSettle && <Decline {...form} />}
      {canWithdraw && (
        <Step {...form} intent="withdraw" variant="quiet" submit={t("texts.suggesting.withdraw")} />
      )}
    </div>
  );
}

type StepProps = Pick<OneProps, "slug" | "id" | "onSettled">;

function useStep(slug: string, hidden: Record<string, string>, onSettled: OnSettled) {
  return useSentForm<Omit<SettledNow, "intent">>(
    paths.suggestions(slug),
    hidden,
    "suggestions.error.sendFailed",
    ({ settled, missing }, form) => {
      const intent = new FormData(form).get("intent") as SettledNow["intent"];
      onSettled({ intent, settled, missing });
    },
  );
}

interface ButtonStep extends StepProps {
  intent: "accept" | "withdraw";
  variant: "primary" | "quiet";
  submit: string;
}

function Step({ slug, id, intent, variant, submit, onSettled }: ButtonStep) {
  const form = useStep(slug, { intent, suggestions: id }, onSettled);
  return (
    <form method="post" action={paths.suggestions(slug)} onSubmit={form.onSubmit}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="suggestions" value={id} />
      <Button type="submit" variant={variant} disabled={form.isBusy}>
        {submit}
      </Button>
      <Problem>{form.general ?? form.at("suggestions")}</Problem>
    </form>
  );
}

function Decline({ slug, id, onSettled }: StepProps) {
  const { t } = useTranslation();
  const form = useStep(slug, { intent: "decline", suggestions: id }, onSettled);
  return (
    <details className="suggestion__decline" open={form.refused || undefined}>
      <summary className="button opener">{t("texts.suggesting.decline")}</summary>
      <form method="post" action={paths.suggestions(slug)} onSubmit={form.onSubmit} noValidate>
        <input type="hidden" name="intent" value="decline" />
        <input type="hidden" name="suggestions" value={id} />
        <TextArea
          name="reason"
          label={t("suggestions.declineReason")}
          hint={t("suggestions.declineHint")}
          error={form.at("reason")}
          defaultValue={form.typed("reason")}
          rows={3}
        />
        <Button type="submit" variant="danger" disabled={form.isBusy}>
          {t("suggestions.declineSubmit")}
        </Button>
        <Problem>{form.general ?? form.at("suggestions")}</Problem>
      </form>
    </details>
  );
}

interface ManyProps {
  slug: string;
  waiting: TextSuggestionData[];
  onSettled: OnSettled;
}

/** All of them, or all of one party's, at once. */
export function SettleMany({ slug, waiting, onSettled }: ManyProps) {
  const { t } = useTranslation();
  const form = useStep(slug, { many: "yes" }, onSettled);
  const parties = new Map<string, string[]>();
  for (const { id, author } of waiting)
    if (author?.party) parties.set(author.party, [...(parties.get(author.party) ?? []), id]);
  const all = waiting.map(({ id }) => id);
  return (
    <details className="suggest-many" open={form.refused || undefined}>
      <summary className="button opener">{t("texts.suggesting.many")}</summary>
      <form method="post" action={paths.suggestions(slug)} onSubmit={form.onSubmit}>
        <input type="hidden" name="many" value="yes" />
        <SelectField name="suggestions" label={t("texts.suggesting.which")} error={form.at("suggestions")}>
          <option value={all.join(",")}>{t("texts.suggesting.whichAll", { total: all.length })}</option>
          {[...parties].map(([party, ids]) => (
            <option key={party} value={ids.join(",")}>
              {t("texts.suggesting.whichParty", { party, total: ids.length })}
            </option>
          ))}
        </SelectField>
        <fieldset className="suggest-many__acts">
          <legend className="field__label">{t("texts.suggesting.manyAct")}</legend>
          {(["accept", "decline"] as const).map((intent) => (
            <label key={intent} className="check">
              <input
                type="radio"
                name="intent"
                value={intent}
                required
                defaultChecked={form.typed("intent") === intent}
              />
              <span>{t(`texts.suggesting.manyActs.${intent}`)}</span>
            </label>
          ))}
        </fieldset>
        <TextArea
          name="reason"
          label={t("texts.suggesting.reasonMany")}
          hint={t("texts.suggesting.reasonManyHint")}
          error={form.at("reason")}
          defaultValue={form.typed("reason")}
          rows={3}
        />
        <Button type="submit" variant="primary" disabled={form.isBusy}>
          {t("texts.suggesting.manySubmit")}
        </Button>
        <Problem>{form.general}</Problem>
      </form>
    </details>
  );
}

function Problem({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <p className="field__error" role="alert">
      {children}
    </p>
  );
}
