import { useFetcher, useLocation } from "@remix-run/react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { partLimit } from "../../domain/statements/parts";
import type { Outcome } from "../../messages/problem";
import { Notice } from "../../ui/page";

/** Yjs and the socket come only to those who write. */
const LivePart = lazy(() => import("./live-part"));

interface Props {
  part: string;
  label: string;
  hint?: string;
  /** The part's document and text, when somebody has begun it. */
  known: { documentId: string; text: string } | undefined;
  takesFocus: boolean;
}

/** One part of the draft, open for writing. Until it is live, what stands in it can be read. */
export function PartEditor({ part, label, hint, known, takesFocus }: Props) {
  const { t } = useTranslation();
  const { state } = useLocation() as { state: { writes?: string } | null };
  const [isBrowser, setBrowser] = useState(false);
  const { submit, data } = useFetcher<{ opened: Outcome<{ documentId: string }> | null }>();
  useEffect(() => setBrowser(true), []);
  const documentId = known?.documentId ?? (data?.opened?.ok ? data.opened.documentId : undefined);
  useEffect(() => {
    if (!documentId) submit({ intent: "open", part }, { method: "post" });
  }, [documentId, part, submit]);
  if (data?.opened && !data.opened.ok)
    return <Notice kind="error">{t(data.opened.error, data.opened.values ?? {})}</Notice>;
  const waiting = (
    <div className="statement-part">
      <strong>{label}</strong>
      {known?.text && <p className="statement-words">{known.text}</p>}
      <p className="muted">{t(isBrowser ? "statements.write.opening" : "statements.write.needsLive")}</p>
    </div>
  );
  if (!isBrowser || !documentId) return waiting;
  return (
    <Suspense fallback={waiting}>
      <LivePart
        documentId={documentId}
        label={label}
        {...(hint && { hint })}
        limit={partLimit(part)}
        takesFocus={takesFocus && Boolean(state?.writes)}
      />
    </Suspense>
  );
}
