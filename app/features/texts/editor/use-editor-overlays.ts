import { useEffect, useState } from "react";

type Overlays = typeof import("./editor-overlays");

/** The dialogs of the tools, fetched when the editor stands; tried again each time one is `wanted`. */
export function useEditorOverlays(wanted: boolean): Overlays | null {
  const [overlays, setOverlays] = useState<Overlays | null>(null);
  const isMissing = overlays === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking for one is the occasion to try again
  useEffect(() => {
    if (!isMissing) return;
    let isGone = false;
    import("./editor-overlays").then(
      (loaded) => !isGone && setOverlays(loaded),
      () => undefined, // nothing opens; the next press tries again
    );
    return () => {
      isGone = true;
    };
  }, [isMissing, wanted]);
  return overlays;
}
