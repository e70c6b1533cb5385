import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../paths";
import type { SuggestionData } from "../../protocol/suggestions-data";
import { Button, type ButtonVariant } from "../../ui/button";
import { TextArea } from "../../ui/field";
import { useSentForm } from "../discussion/use-sent-form";

interface Props {
  slug: string;
  suggestion: SuggestionData;
  onSettled: () => void;
}

/** Accepting, declining with a reason, and taking one's own back. */
export function SettleSuggestion({ slug, suggestion, onSettled }: Props) {
  const { t } = useTranslation();
  const { canSettle, canWithdraw, hasChanged, now } = suggestion;
  if (!canSettle && !canWithdraw) return null;
  const form = { slug, id: suggestion.id, onSettled };
  const isGone = hasChanged && (!now || (now.status === "removed" && suggestion.kind !== "remove"));
  return (
    <div className="suggestion__acts">
      {canSettle && !isGone && (
        <OneStep
          {...form}
          intent="accept"
          variant="primary"
          submit={hasChanged ? t("suggestions.changed.confirm") : t("suggestions.accept")}
          more={hasChanged && now ? { seen: now.hash } : {}}
        />
      )}
      {canSettle && <Decline {...form} />}
      {canWithdraw && (
        <OneStep {...form} intent="withdraw" variant="quiet" submit={t("suggestions.withdraw")} />
      )}
    </div>
  );
}

interface StepProps {
  slug: string;
  id: string;
  onSettled: () => void;
}

interface OneStepProps extends StepProps {
  intent: "accept" | "withdraw";
  variant: ButtonVariant;
  submit: string;
  more?: Record<string, string>;
}

function OneStep({ slug, id, intent, variant, submit, more = {}, onSettled }: OneStepProps) {
  const form = useStep(slug, { intent, suggestion: id }, onSettled);
  const problem = form.general ?? form.at("seen");
  return (
    <form method="post" action={paths.suggestions(slug)} onSubmit={form.onSubmit}>
      <Hidden fields={{ intent, suggestion: id, ...more }} />
      <Button type="submit" variant={variant} disabled={form.isBusy}>
        {submit}
      </Button>
      {problem && <Problem>{problem}</Problem>}
    </form>
  );
}

function Decline({ slug, id, onSettled }: StepProps) {
  const { t } = useTranslation();
  const form = useStep(slug, { intent: "decline", suggestion: id }, onSettled);
  return (
    <details className="suggestion__decline" open={form.refused || undefined}>
      <summary className="button opener">{t("suggestions.decline")}</summary>
      <form method="post" action={paths.suggestions(slug)} onSubmit={form.onSubmit} noValidate>
        <Hidden fields={{ intent: "decline", suggestion: id }} />
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
        {form.general && <Problem>{form.general}</Problem>}
      </form>
    </details>
  );
}

/** A refusal also means that what is shown may be old: it is asked for again. */
function useStep(slug: string, hidden: Record<string, string>, onSettled: () => void) {
  return useSentForm(paths.suggestions(slug), hidden, "suggestions.error.sendFailed", onSettled);
}

function Hidden({ fields }: { fields: Record<string, string> }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

function Problem({ children }: { children: ReactNode }) {
  return (
    <p className="field__error" role="alert">
      {children}
    </p>
  );
}
