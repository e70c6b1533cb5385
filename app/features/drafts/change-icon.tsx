import type { ChangeKind } from "../../domain/split/diff";

/** One shape per kind, so that colour is never the only sign. Drawn in a box of 16. */
const SHAPES: Record<ChangeKind, string> = {
  added: "M8 3v10M3 8h10",
  removed: "M3 8h10",
  broughtBack: "M6 4 3 7l3 3M3 7h6a4 4 0 0 1 0 7H7",
  moved: "M2 8h11M9 4l4 4-4 4",
  renamed: "M3 13l1-3 7-7 2 2-7 7zM9 5l2 2",
  questionRaised: "M5 6a3 3 0 1 1 4 2.800C8.300 9.200 8 9.600 8 10.500M8 13v.010",
  questionChanged: "M5 6a3 3 0 1 1 4 2.800C8.300 9.200 8 9.600 8 10.500M8 13v.010M12 13h2",
  questionSettled: "M3 8.500 6.500 12 13 4.500",
  proposedForRemoval: "M5 3H3v10h2M11 3h2v10h-2M6 8h4",
  noLongerProposedForRemoval: "M5 3H3v10h2M11 3h2v10h-2M6 8.500l1.500 1.500L10 7",
  rationaleChanged: "M3 4h10M3 8h10M3 12h6",
  legalBasisChanged:
    "M9.500 5A2 2 0 1 0 7 6.500L9.500 8A2 2 0 0 1 9 11.500M6.500 11A2 2 0 1 0 9 9.500L6.500 8A2 2 0 0 1 7 4.500",
  reordered: "M5 3v10M2.500 10.500 5 13l2.500-2.500M11 13V3M8.500 5.500 11 3l2.500 2.500",
};

/** The mark of a kind of change. Words always stand beside it. */
export function ChangeIcon({ kind }: { kind: ChangeKind }) {
  return (
    <svg className="change-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={SHAPES[kind]} fill="none" stroke="currentColor" strokeWidth="1.600" strokeLinecap="round" />
    </svg>
  );
}
