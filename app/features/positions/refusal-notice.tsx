import { useTranslation } from "react-i18next";
import type { Problem } from "../../messages/problem";
import type { PositionRefusal } from "../../protocol/positions-data";
import { Notice } from "../../ui/page";
import { PositionDetail } from "./position-detail";
import { TextDifference } from "./text-difference";
import { ValueMark } from "./value-mark";

/** Why a position was not given when it is no matter of one field: the difference, or what a colleague gave meanwhile. */
export function RefusalNotice({ problem }: { problem: Problem & PositionRefusal }) {
  const { t } = useTranslation();
  const { before, after, other } = problem;
  return (
    <Notice kind="error">
      <p>{t(problem.error, problem.values ?? {})}</p>
      {before && after && <TextDifference before={before} after={after} />}
      {other && (
        <>
          <ValueMark value={other.value} stale={other.stale} />
          <PositionDetail position={other} />
        </>
      )}
    </Notice>
  );
}
