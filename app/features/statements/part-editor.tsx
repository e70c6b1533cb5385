import { useFetcher, useLocation } from "@remix-run/react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PartDocument } from "../../../server/queries/statement-draft.server";
import type { DraftView } from "../../../server/queries/statement-page.server";
import { partLimit } from "../../domain/statements/parts";
import type { Outcome } from "../../messages/problem";
import { Notice } from "../../ui/page";
import { PartText } from "./sent-statement";

/** Yjs, the socket and the editor come only to those who write. */
const LivePart = lazy(() => import("./live-part"));
const LiveRichPart = lazy(() => import("./live-rich-part"));

interface Props {
  part: string;
  label: string;
  hint?: string;
  /** The part's document and text, when somebody has begun it. */
  known: DraftView["parts"][string] | undefined;
  takesFocus: boolean;
}

/** One part of the draft, open for writing. Until it is live, what stands in it can be read. */
export function PartEditor({ part, label, hint, known, takesFocus }: Props) {
  const { t } = useTranslation();
  const { state } = useLocation() as { state: { writes?: string } | null };
  const [isBrowser, setBrowser] = useState(false);
  const { submit, data } = useFetcher<{ opened: Outcome<PartDocument> | null }>();
  useEffect(() => setBrowser(true), []);
  const begun: PartDocument | undefined = known ?? (data?.opened?.ok ? data.opened : undefined);
  const documentId = begun?.documentId;
  useEffect(() => {
    if (!documentId) submit({ intent: "open", part }, { method: "post" });
  }, [documentId, part, submit]);
  if (data?.opened && !data.opened.ok)
    return <Notice kind="error">{t(data.opened.error, data.opened.values ?? {})}</Notice>;
  const waiting = (
    <div className="statement-part">
      <strong>{label}</strong>
      {known?.text.trim() && <PartText words={known.text} text={known.rich} />}
      <p className="muted">{t(isBrowser ? "statements.write.opening" : "statements.write.needsLive")}</p>
    </div>
  );
  if (!isBrowser || !begun) return waiting;
  const Live = begun.kind === "note" ? LivePart : LiveRichPart;
  return (
    <Suspense fallback={waiting}>
      <Live
        documentId={begun.documentId}
        label={label}
        {...(hint && { hint })}
        limit={partLimit(part)}
        takesFocus={takesFocus && Boolean(state?.writes)}
      />
    </Suspense>
  );
}
