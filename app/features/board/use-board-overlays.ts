import { useEffect, useState } from "react";

type Overlays = typeof import("./board-overlays");

/**
 * The menu and the dialogs, fetched as soon as the board stands. When that failed (the server was away just
 * then), it is tried again each time one is `wanted`.
 */
export function useBoardOverlays(wanted: boolean): Overlays | null {
  const [overlays, setOverlays] = useState<Overlays | null>(null);
  const isMissing = overlays === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking for one is the occasion to try again
  useEffect(() => {
    if (!isMissing) return;
    let isGone = false;
    import("./board-overlays").then(
      (loaded) => !isGone && setOverlays(loaded),
      () => undefined, // nothing opens; the next press tries again
    );
    return () => {
      isGone = true;
    };
  }, [isMissing, wanted]);
  return overlays;
}
