import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { isEmptyContent } from "../../domain/draft-content";
import type { ItemView } from "../../protocol/meeting-data";
import { TextView } from "../texts/text-view";
import { FreshOn } from "./fresh-on";

/** Yjs and the editor come only to those who write. */
const LiveHandling = lazy(() => import("./live-handling"));

interface Props {
  item: ItemView;
  mayWrite: boolean;
}

/** What was said and done under the item. Those who may write do it together; others read it as it grows. */
export function Handling({ item, mayWrite }: Props) {
  const { t } = useTranslation();
  const [isBrowser, setBrowser] = useState(false);
  useEffect(() => setBrowser(true), []);
  const { documentId, text } = item.handling;
  const label = t("meetings.handling.title");
  const words = isEmptyContent({ kind: "text", text }) ? (
    <p className="muted">{t(mayWrite ? "meetings.handling.emptyMine" : "meetings.handling.empty")}</p>
  ) : (
    <TextView text={text} headingUnder={4} isInside />
  );
  return (
    <section className="meeting-handling" aria-labelledby="meeting-handling-title">
      <h3 id="meeting-handling-title">
        {label}
        {mayWrite && <span className="meeting-handling__how"> · {t("meetings.handling.together")}</span>}
      </h3>
      {mayWrite && isBrowser ? (
        <Suspense fallback={<div className="meeting-handling__paper">{words}</div>}>
          <LiveHandling key={documentId} documentId={documentId} label={label} />
        </Suspense>
      ) : (
        <div className="meeting-handling__paper">
          {words}
          {isBrowser && <FreshOn key={documentId} documentId={documentId} />}
        </div>
      )}
    </section>
  );
}
