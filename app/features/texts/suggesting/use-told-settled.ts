import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { OnSettled } from "./settle-forms";

const FATE = { accept: "accepted", decline: "declined", withdraw: "withdrawn" } as const;

/** Says what was settled, and what was not in the text any more. */
export function useToldSettled(announce: (text: string) => void, after: () => void): OnSettled {
  const { t } = useTranslation();
  return useCallback<OnSettled>(
    ({ intent, settled, missing }) => {
      const said = t(`texts.suggesting.done.${FATE[intent]}`, { count: settled.length });
      announce(missing > 0 ? `${said} ${t("texts.suggesting.gone", { count: missing })}` : said);
      after();
    },
    [t, announce, after],
  );
}
