import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../ui/page";

/** Opening takes less than this unless the connection is poor. */
const SLOW_MS = 4_000;

/** Why nothing can be edited yet, once that has lasted. */
export function SlowOpening() {
  const { t } = useTranslation();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSlow ? <Notice kind="warning">{t("board.state.openingHint")}</Notice> : null;
}
