import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { EMAIL_CHARACTERS_MAX, PASSWORD_CHARACTERS_MAX } from "../../domain/people";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Field } from "../../ui/field";
import { Notice } from "../../ui/page";

interface Props {
  /** The demo's seat that the person had, or null for an account. */
  seat: { seat: string; name: string } | null;
  onSignedIn: () => void;
  onClose: () => void;
}

/** The ordinary sign-in over a page that stays open. */
export function SignInHere({ seat, onSignedIn, onClose }: Props) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) form.set(name, String(value));
    setBusy(true);
    setProblem(null);
    const status = await post(seat ? paths.demoSignIn() : paths.signIn(), form);
    setBusy(false);
    if (status === "signed-in") onSignedIn();
    else if (status === 429) setProblem(t("session.errors.busy"));
    else setProblem(t(status === 400 && !seat ? "session.errors.wrongCredentials" : "collab.signIn.failed"));
  };
  return (
    <Dialog title={t("collab.signIn.title")} isOpen onClose={onClose}>
      <form onSubmit={submit} aria-busy={isBusy}>
        <p className="muted">{t("collab.signIn.lead")}</p>
        {problem && <Notice kind="error">{problem}</Notice>}
        {seat ? (
          <input type="hidden" name="seat" value={seat.seat} />
        ) : (
          <>
            <Field
              label={t("session.signIn.email")}
              name="email"
              type="email"
              autoComplete="username"
              required
              maxLength={EMAIL_CHARACTERS_MAX}
              autoFocus
            />
            <Field
              label={t("session.signIn.password")}
              name="password"
              type="password"
              autoComplete="current-password"
              required
              maxLength={PASSWORD_CHARACTERS_MAX}
            />
          </>
        )}
        <div className="dialog__actions">
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant="primary" disabled={isBusy} autoFocus={seat !== null}>
            {seat ? t("collab.signIn.seat", { name: seat.name }) : t("session.signIn.submit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The page's own form answers a sign-in by going elsewhere: that is not followed, and the cookie is there. */
async function post(address: string, form: URLSearchParams): Promise<"signed-in" | number> {
  try {
    const answer = await fetch(address, { method: "POST", body: form, redirect: "manual" });
    return answer.type === "opaqueredirect" ? "signed-in" : answer.status;
  } catch {
    return 0;
  }
}
