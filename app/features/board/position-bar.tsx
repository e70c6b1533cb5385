import "../../styles/position-bar.css";
import { useTranslation } from "react-i18next";
import { POSITION_VALUES } from "../../domain/positions/position";
import type { PositionCounts } from "../../protocol/positions-data";

const PARTS = [...POSITION_VALUES, "missing"] as const;
/** Bits of a bar: as many as there are kinds of them, so that each can be seen. */
const BITS = 6;

/**
 * How the parties stand on a card, small: bits by value, each value with a shape of its own, and the same in words for who
 * does not see it or points at it.
 */
export function PositionBar({ counts }: { counts: PositionCounts }) {
  const { t } = useTranslation();
  const total = PARTS.reduce((sum, part) => sum + (counts[part] ?? 0), 0);
  if (total === 0) return null;
  const words = PARTS.filter((part) => counts[part])
    .map((part) =>
      t("positions.bar.part", {
        value: part === "missing" ? t("positions.missing") : t(`positions.values.${part}`),
        count: counts[part] ?? 0,
      }),
    )
    .join(", ");
  const bits = bitsOf(counts);
  const name = t("positions.bar.name", { words });
  return (
    <span className="position-bar" title={name}>
      <span className="visually-hidden">{name}</span>
      <span className="position-bar__bits" aria-hidden="true">
        {PARTS.flatMap((part) =>
          Array.from({ length: bits[part] ?? 0 }, (_, n) => (
            // Bits of one value are all alike: their place is their key.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <i key={`${part}${n}`} className={`position-bar__bit position-bar__bit--${part}`} />
          )),
        )}
      </span>
    </span>
  );
}

/** BITS in all, shared by how many stand where; whoever stands somewhere is seen, however few they are. */
export function bitsOf(counts: PositionCounts): PositionCounts {
  const there = PARTS.filter((part) => counts[part]);
  const bits: PositionCounts = Object.fromEntries(there.map((part) => [part, 1]));
  for (let left = BITS - there.length; left > 0; left--) {
    // To the value whose parties have the fewest bits among them.
    const next = there.reduce((a, b) => (counts[b]! / bits[b]! > counts[a]! / bits[a]! ? b : a));
    bits[next]!++;
  }
  return bits;
}
