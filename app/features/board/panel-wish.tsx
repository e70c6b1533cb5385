import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../paths";
import { WISH_CHARACTERS_MAX } from "../../protocol/wish-form";
import { Button } from "../../ui/button";

interface Props {
  slug: string;
  categoryId: string;
  wish: string | undefined;
  canEdit: boolean;
  announce: (text: string) => void;
}

/** On whose wish: a row of its own, recorded by the server with who and when (rule S6). */
export function PanelWish({ slug, categoryId, wish, canEdit, announce }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const [isSending, setSending] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!typed.trim()) return setProblem(t("board.wish.empty"));
    setSending(true);
    try {
      // A plain request: a failed navigation would take the whole board away.
      const answer = await fetch(paths.categoryWish(slug, categoryId), {
        method: "POST",
        body: new URLSearchParams({ wish: typed }),
        headers: { Accept: "application/json" },
      });
      setProblem(answer.ok ? null : t("board.panel.wishFailed"));
      if (answer.ok) {
        setTyped("");
        input.current?.focus(); // the button that had it goes away
        announce(t("board.panel.wishSaved"));
      }
    } catch {
      setProblem(t("board.panel.wishFailed"));
    } finally {
      setSending(false);
    }
  };
  const id = `wish-${categoryId}`;
  return (
    <section className="panel__section">
      {canEdit ? <label htmlFor={id}>{t("board.panel.wish")}</label> : <h3>{t("board.panel.wish")}</h3>}
      {wish ? <p>{wish}</p> : !canEdit && <p className="panel__nothing">{t("board.panel.noWish")}</p>}
      {canEdit && (
        <form method="post" action={paths.categoryWish(slug, categoryId)} onSubmit={send}>
          <input
            id={id}
            ref={input}
            className="input"
            name="wish"
            value={typed}
            maxLength={WISH_CHARACTERS_MAX}
            placeholder={t("board.panel.wishHint")}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${id}-problem` : undefined}
            onChange={(event) => setTyped(event.target.value)}
          />
          {problem && (
            <p id={`${id}-problem`} className="panel__problem" role="alert">
              {problem}
            </p>
          )}
          {typed && (
            <div className="row">
              <Button type="submit" disabled={isSending}>
                {t("board.panel.wishSave")}
              </Button>
            </div>
          )}
        </form>
      )}
    </section>
  );
}
