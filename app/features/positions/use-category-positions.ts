import { useCallback, useEffect, useState } from "react";
import { paths } from "../../paths";
import type { CategoryPositionsData } from "../../protocol/positions-data";

export interface CategoryPositions {
  data: CategoryPositionsData | null;
  /** The last asking failed; what was read before stays to be read. */
  failed: boolean;
  reload: () => void;
}

/** One category's positions, asked for again when `version` grows. */
export function useCategoryPositions(slug: string, categoryId: string, version: unknown): CategoryPositions {
  const [data, setData] = useState<CategoryPositionsData | null>(null);
  const [failed, setFailed] = useState(false);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` and `asked` are why it is asked again
  useEffect(() => {
    const request = new AbortController();
    fetch(paths.categoryPositions(slug, categoryId), {
      headers: { Accept: "application/json" },
      signal: request.signal,
    })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        setData((await answer.json()) as CategoryPositionsData);
        setFailed(false);
      })
      .catch(() => {
        if (!request.signal.aborted) setFailed(true);
      });
    return () => request.abort();
  }, [slug, categoryId, version, asked]);
  return { data, failed, reload: useCallback(() => setAsked((n) => n + 1), []) };
}
