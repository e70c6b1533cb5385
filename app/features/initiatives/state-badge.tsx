import { useTranslation } from "react-i18next";
import type { DemandState } from "../../domain/initiatives/initiative";

/** A shape for each state, so that it is never told by colour alone. */
const ICONS: Record<DemandState, string> = {
  notBegun: "○",
  inPreparation: "◐",
  agreed: "●",
  done: "✓",
  declined: "✕",
};

export function StateIcon({ state }: { state: DemandState }) {
  return (
    <span className={`state-icon state-icon--${state}`} aria-hidden="true">
      {ICONS[state]}
    </span>
  );
}

/** Where a demand stands, as shape and word. */
export function StateBadge({ state }: { state: DemandState }) {
  const { t } = useTranslation();
  return (
    <span className={`badge state-badge state-badge--${state}`}>
      <StateIcon state={state} /> {t(`initiatives.state.${state}`)}
    </span>
  );
}
