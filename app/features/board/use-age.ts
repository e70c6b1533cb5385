import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** Milliseconds since the moment (milliseconds since the epoch), counted every second; null stays null. */
export function useAge(since: number | null): number | null {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (since === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [since]);
  return since === null ? null : Math.max(0, now - since);
}

const MINUTES_FROM = 120_000;

/** An age in whole seconds, or minutes when it is long: "12 s". */
export function useAgeWords(): (age: number) => string {
  const { t } = useTranslation();
  return (age) =>
    age < MINUTES_FROM
      ? t("collab.save.seconds", { n: Math.floor(age / 1000) })
      : t("collab.save.minutes", { n: Math.floor(age / 60_000) });
}
