import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SharedDocument } from "../../collab/use-document";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/page";

interface Props {
  shared: SharedDocument;
  announce: (text: string) => void;
}

/** What the state of the connection means for the person: what was kept, and what they can do. */
export function StateNotice({ shared, announce }: Props) {
  const { t } = useTranslation();
  const { state } = shared;
  switch (state.kind) {
    case "loading":
    case "saved":
    case "saving":
    case "readOnly": // said from the loader's data, from the first paint on
      return null;
    case "offline":
      return <Notice kind="warning">{t("board.state.offline")}</Notice>;
    case "refused":
      return (
        <Notice kind="error">
          <p>{t("board.state.refused")}</p>
          <p>{t(`collab.refusal.${state.refusal}`)}</p>
          <OwnText shared={shared} announce={announce} />
        </Notice>
      );
    case "ended":
      return (
        <Notice kind="error">
          <p>{t("board.state.ended")}</p>
          {state.count > 0 && <OwnText shared={shared} announce={announce} />}
          <p>
            <a href={paths.signIn(window.location.pathname + window.location.search)}>
              {t("board.state.signIn")}
            </a>
          </p>
        </Notice>
      );
    case "failed":
      return (
        <Notice kind="error">
          <p>{t(isGone(state.refusal) ? "board.state.gone" : "board.state.failed")}</p>
          <div className="row">
            <Button onClick={() => window.location.reload()}>{t("board.state.reload")}</Button>
          </div>
        </Notice>
      );
  }
}

const isGone = (refusal: string) => refusal === "not-found" || refusal === "not-allowed";

/** The words that were not saved, to be copied; shown as text where copying is not allowed. */
function OwnText({ shared, announce }: { shared: SharedDocument; announce: (text: string) => void }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<string | null>(null);
  const copy = async () => {
    const text = shared.unsavedText();
    try {
      await navigator.clipboard.writeText(text);
      announce(t("board.state.copied"));
    } catch {
      announce(t("board.state.copyFailed"));
    }
    setShown(text);
  };
  return (
    <>
      <div className="row">
        <Button onClick={copy}>{t("board.state.copyChanges")}</Button>
        <Button onClick={() => window.location.reload()}>{t("board.state.reload")}</Button>
      </div>
      {shown !== null && (
        <textarea className="input" readOnly rows={5} aria-label={t("board.state.ownText")} value={shown} />
      )}
    </>
  );
}
