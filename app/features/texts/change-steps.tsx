import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";

/** From one change to the next, by buttons and by the keys N and P. The focus goes to the change itself. */
export function ChangeSteps({ count }: { count: number }) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const go = useCallback(
    (step: 1 | -1) => {
      const here = /^change-(\d+)$/.exec(document.activeElement?.id ?? "");
      const from = here ? Number(here[1]) : at;
      const next = from === 0 && step < 0 ? count : ((from - 1 + step + count) % count) + 1;
      const change = document.getElementById(`change-${next}`);
      change?.focus({ preventScroll: true });
      change?.scrollIntoView({ block: "center" });
      setAt(next);
    },
    [at, count],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = (event.target as HTMLElement).closest("input, select, textarea, [contenteditable]");
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || count === 0) return;
      const step = { n: 1, p: -1 }[event.key.toLowerCase()];
      if (step !== 1 && step !== -1) return;
      event.preventDefault();
      go(step);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [go, count]);
  if (count === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no form fields to group
    <div className="change-steps" role="group" aria-label={t("texts.versions.steps")}>
      <Button variant="quiet" onClick={() => go(-1)}>
        {t("texts.versions.previous")} <kbd>P</kbd>
      </Button>
      <span className="change-steps__at">
        {at > 0 ? t("texts.versions.at", { at, count }) : t("drafts.compare.count", { count })}
      </span>
      <Button variant="quiet" onClick={() => go(1)}>
        {t("texts.versions.next")} <kbd>N</kbd>
      </Button>
    </div>
  );
}
