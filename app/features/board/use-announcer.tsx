import { type ReactNode, useCallback, useState } from "react";

/** One polite live region. The same words twice are still said twice. */
export function useAnnouncer(): [ReactNode, (text: string) => void] {
  const [said, setSaid] = useState({ text: "", times: 0 });
  const announce = useCallback((text: string) => setSaid(({ times }) => ({ text, times: times + 1 })), []);
  const region = (
    <p className="visually-hidden" role="status" aria-live="polite" data-testid="board-announcement">
      {said.text}
      {said.times % 2 ? "\u00a0" : ""}
    </p>
  );
  return [region, announce];
}
