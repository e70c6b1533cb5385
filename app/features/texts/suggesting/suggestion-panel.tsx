import "../../../styles/discussion.css";
import "../../../styles/texts-suggesting.css";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "../../../paths";
import type { OnSettled } from "./settle-forms";
import { SuggestionCards } from "./suggestion-cards";
import type { Suggesting } from "./use-suggesting";

interface Props {
  slug: string;
  suggesting: Suggesting;
  canSettle: boolean;
  canSuggest: boolean;
  onSettled: OnSettled;
  /** Back to the text. */
  onLeave: () => void;
}

/** The suggestions of the live text beside it; below it where there is no room. */
export function SuggestionPanel({ slug, suggesting, canSettle, canSuggest, onSettled, onLeave }: Props) {
  const { t } = useTranslation();
  const { waiting, goTo } = suggesting;
  return (
    <section
      className="suggest-panel"
      aria-labelledby="suggest-panel"
      onKeyDown={(event) => {
        if (event.key === "Escape") onLeave();
      }}
    >
      <h2 id="suggest-panel" className="suggest-panel__head">
        {t("texts.suggesting.title")}
      </h2>
      {waiting.length === 0 ? (
        <p className="muted">{t("texts.suggesting.none")}</p>
      ) : (
        <>
          <p className="muted">{t("texts.suggesting.waiting", { count: waiting.length })}</p>
          <SuggestionCards
            slug={slug}
            waiting={waiting}
            canSettle={canSettle}
            canSuggest={canSuggest}
            onSettled={onSettled}
            onGo={goTo}
          />
          <p className="muted suggest-keys">{t("texts.suggesting.keys")}</p>
        </>
      )}
      <p>
        <Link to={paths.suggestions(slug)}>{t("texts.suggesting.all")}</Link>
      </p>
    </section>
  );
}

/** Turns the mode on and off; those who may only suggest are told that it is always on. */
export function SuggestionSwitch({
  suggesting,
  announce,
}: {
  suggesting: Suggesting;
  announce: (text: string) => void;
}) {
  const { t } = useTranslation();
  const { isOn, isForced, toggle } = suggesting;
  if (isForced) return <p className="suggest-mode">{t("texts.suggesting.modeOnly")}</p>;
  return (
    <p className="suggest-mode" data-on={isOn || undefined}>
      <label className="check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={() => {
            toggle();
            announce(t(isOn ? "texts.suggesting.modeOff" : "texts.suggesting.modeOn"));
          }}
        />
        <span>{t("texts.suggesting.mode")}</span>
      </label>
      {isOn && <span>{t("texts.suggesting.modeOn")}</span>}
    </p>
  );
}
