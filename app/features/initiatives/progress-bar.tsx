import { useTranslation } from "react-i18next";
import type { Progress } from "../../domain/initiatives/answer";
import { DEMAND_STATES } from "../../domain/initiatives/initiative";
import { StateIcon } from "./state-badge";

/** How many demands stand where: a bar for the eye, the same in words beside it. */
export function ProgressBar({ progress }: { progress: Progress }) {
  const { t } = useTranslation();
  const shown = DEMAND_STATES.filter((state) => progress.states[state] > 0);
  return (
    <div className="demand-progress">
      <div className="demand-progress__bar" aria-hidden="true">
        {shown.map((state) => (
          <span
            key={state}
            className={`demand-progress__part demand-progress__part--${state}`}
            style={{ flexGrow: progress.states[state] }}
          />
        ))}
      </div>
      <ul className="demand-progress__words">
        {shown.map((state) => (
          <li key={state}>
            <StateIcon state={state} />{" "}
            {t("initiatives.progress.share", {
              state: t(`initiatives.state.${state}`),
              count: progress.states[state],
            })}
          </li>
        ))}
        <li className="muted">
          {t("initiatives.progress.answered", { answered: progress.answered, total: progress.total })}
        </li>
      </ul>
    </div>
  );
}
