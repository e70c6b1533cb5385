import { type FormEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button, type ButtonVariant } from "../../ui/button";
import { useAnswer } from "../session/use-answer";
import type { DeedState } from "./deed-sender";
import { useDeedState, useDeeds } from "./deeds";
import { formKeyOf } from "./form-key";
import { useKeptFocus } from "./use-kept-focus";

/** What a form's fields are told. */
export interface DeedFields {
  /** The words at a field that was refused. */
  at: (field: string) => string | undefined;
  /** What was typed, of a page that came back without JavaScript. */
  typed: (field: string, otherwise?: string) => string;
}

interface FormProps {
  /** Tells this form from the page's others; the same name is the same deed. */
  name: string;
  /** `intent` and what else is not typed. */
  fields: Record<string, string>;
  className?: string;
  label?: string;
  children: (fields: DeedFields) => ReactNode;
}

/** A form of a deed: sent by itself, kept while the line is away, and empty again when it is done. */
export function DeedForm({ name, fields, className, label, children }: FormProps) {
  const { sender, action, formKey } = useDeeds();
  const state = useDeedState(name);
  const form = useRef<HTMLFormElement>(null);
  const page = useAnswer(fields);
  const { t } = useTranslation();
  const isOnItsWay = state.kind === "pending" || state.kind === "waiting";
  const wasFocused = useRef<HTMLElement | null>(null);
  useEffect(() => {
    // The fields were disabled meanwhile, and the focus went with them.
    if (!isOnItsWay && document.activeElement === document.body) wasFocused.current?.focus();
    if (!isOnItsWay) wasFocused.current = null;
  }, [isOnItsWay]);
  useEffect(() => {
    if (state.kind === "refused") form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    if (state.kind !== "done") return;
    form.current?.reset();
    sender.settle(name);
  }, [state, sender, name]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isOnItsWay) return;
    const focused = document.activeElement;
    wasFocused.current =
      focused instanceof HTMLElement && event.currentTarget.contains(focused) ? focused : null;
    sender.submit(name, new FormData(event.currentTarget));
  };
  const words = state.kind === "refused" ? t(state.error as "common.product", state.values ?? {}) : undefined;
  return (
    <form
      ref={form}
      method="post"
      action={action}
      className={className}
      aria-label={label}
      onSubmit={onSubmit}
      noValidate
    >
      {Object.entries({ ...fields, key: formKeyOf(formKey, name) }).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {/* What is on its way is not typed over: it is kept as it was sent. */}
      <fieldset className="deed-form__fields" disabled={isOnItsWay}>
        {children({
          at: (field) =>
            state.kind === "refused" ? (state.field === field ? words : undefined) : page.at(field),
          typed: page.typed,
        })}
      </fieldset>
      <DeedStatus name={name} state={state} general={page.general} />
    </form>
  );
}

interface ButtonProps {
  name?: string;
  fields: Record<string, string>;
  variant?: ButtonVariant;
  /** Large: for what is pressed in a hurry. */
  isBig?: boolean;
  children: ReactNode;
  /** Where the words alone do not say what of. */
  label?: string;
  className?: string | undefined;
}

/** A deed of one press. */
export function DeedButton({
  name,
  fields,
  variant = "plain",
  isBig,
  children,
  label,
  className,
}: ButtonProps) {
  const { sender, action, formKey } = useDeeds();
  const known = name ?? Object.values(fields).join(" ");
  const state = useDeedState(known);
  const page = useAnswer(fields);
  const id = useId();
  const form = useKeptFocus();
  const isOnItsWay = state.kind === "pending" || state.kind === "waiting";
  useEffect(() => {
    if (state.kind === "done") sender.settle(known);
  }, [state, sender, known]);
  return (
    <form
      ref={form}
      method="post"
      action={action}
      className={["deed", className].filter(Boolean).join(" ")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isOnItsWay) sender.submit(known, new FormData(event.currentTarget));
      }}
    >
      {Object.entries({ ...fields, key: formKeyOf(formKey, known) }).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {/* Not disabled while it is on its way: the focus would be lost. */}
      <Button
        type="submit"
        variant={variant}
        className={isBig ? "button--big" : undefined}
        aria-disabled={isOnItsWay || undefined}
        aria-label={label}
        aria-describedby={state.kind === "idle" ? undefined : id}
      >
        {children}
      </Button>
      <DeedStatus id={id} name={known} state={state} general={page.general} />
    </form>
  );
}

interface StatusProps {
  id?: string;
  name: string;
  state: DeedState;
  /** Words of a page that came back without JavaScript. */
  general: string | null;
}

/** What became of it: on its way, kept until the line is back, or refused and why. */
function DeedStatus({ id, name, state, general }: StatusProps) {
  const { t } = useTranslation();
  const { sender } = useDeeds();
  if (state.kind === "pending")
    return (
      <p id={id} className="deed__state deed__state--pending">
        {t("meetings.send.pending")}
      </p>
    );
  if (state.kind === "waiting")
    return (
      <div id={id} className="deed__state deed__state--waiting" role="status">
        <p>{t("meetings.send.waiting")}</p>
        <Button variant="quiet" onClick={() => sender.again(name)}>
          {t("meetings.send.again")}
        </Button>
      </div>
    );
  const words = state.kind === "refused" ? t(state.error as "common.product", state.values ?? {}) : general;
  if (!words || (state.kind === "refused" && state.field)) return null;
  return (
    <p id={id} className="deed__state deed__state--refused" role="alert">
      {words}
    </p>
  );
}
