import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SharedDocument } from "../../collab/use-document";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/page";
import { NotOpened, ReloadButton } from "./not-opened";

/** Opening takes less than this unless the connection is poor. */
const SLOW_MS = 4_000;

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
      return <SlowOpening />;
    case "saved":
    case "saving":
    case "readOnly": // said from the loader's data, from the first paint on
      return null;
    case "offline":
      return <Notice kind="warning">{t("board.state.offline")}</Notice>;
    case "refused":
      return (
        <Notice kind="error">
          <p>
            {t(`collab.refusal.${state.refusal}`)} {t("board.state.refused")}
          </p>
          <OwnText shared={shared} announce={announce}>
            <ReloadButton />
          </OwnText>
        </Notice>
      );
    case "ended":
      return (
        <Notice kind="error">
          <p>
            {t("board.state.ended")} {state.count > 0 && t("board.state.endedUnsaved")}
          </p>
          {state.count > 0 ? (
            <OwnText shared={shared} announce={announce}>
              <SignInLink />
            </OwnText>
          ) : (
            <div className="row">
              <SignInLink />
            </div>
          )}
        </Notice>
      );
    case "failed":
      return isGone(state.refusal) ? <Notice kind="error">{t("board.state.gone")}</Notice> : <NotOpened />;
  }
}

function SignInLink() {
  const { t } = useTranslation();
  return (
    <a className="button" href={paths.signIn(window.location.pathname + window.location.search)}>
      {t("board.state.signIn")}
    </a>
  );
}

/** Why nothing can be edited yet, once that has lasted. */
function SlowOpening() {
  const { t } = useTranslation();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSlow ? <Notice kind="warning">{t("board.state.openingHint")}</Notice> : null;
}

const isGone = (refusal: string) => refusal === "not-found" || refusal === "not-allowed";

/** The words that were not saved, to be copied; shown as text where copying is not allowed. */
function OwnText({ shared, announce, children }: Props & { children: ReactNode }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<{ text: string; said: string } | null>(null);
  const copy = async () => {
    const text = shared.unsavedText();
    const said = await navigator.clipboard.writeText(text).then(
      () => t("board.state.copied"),
      () => t("board.state.copyFailed"),
    );
    announce(said);
    setShown({ text, said });
  };
  return (
    <>
      <div className="row">
        <Button onClick={copy}>{t("board.state.copyChanges")}</Button>
        {children}
      </div>
      {shown && (
        <>
          <p>{shown.said}</p>
          <textarea
            className="input"
            readOnly
            rows={5}
            aria-label={t("board.state.ownText")}
            value={shown.text}
          />
        </>
      )}
    </>
  );
}
