import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type SaveState, STUCK_AFTER } from "../../collab/save-state";
import type { SharedDocument } from "../../collab/use-document";
import { LARGE_UPDATE_BYTES_MAX } from "../../protocol/limits";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/page";
import { AskedButton } from "./asked-button";
import { EndedNotice } from "./ended-notice";
import { NotOpened } from "./not-opened";
import { OwnText } from "./own-text";
import { waitingSince } from "./save-words";
import { SlowOpening } from "./slow-opening";
import { useAge } from "./use-age";

interface Props {
  shared: SharedDocument;
  announce: (text: string) => void;
}

/** What the state of the connection means for the person: what was kept, and what they can do. */
export function StateNotice({ shared, announce }: Props) {
  const { t } = useTranslation();
  const { state, keepsOnDevice } = shared;
  switch (state.kind) {
    case "loading":
      return <SlowOpening />;
    case "saved":
      return keepsOnDevice === false && shared.access === "edit" ? <NotKept /> : null;
    case "saving":
    case "offline":
      return <Waiting state={state} shared={shared} announce={announce} />;
    case "readOnly":
      // The other reasons are said from the loader's data, from the first paint on.
      return state.reason === "quarantined" ? (
        <Notice kind="error">{t("collab.refusal.quarantined")}</Notice>
      ) : null;
    case "refused":
      return state.refusal === "protocol" ? (
        <Outdated shared={shared} announce={announce} count={state.count} />
      ) : (
        <Refused shared={shared} announce={announce} state={state} />
      );
    case "ended":
      return <EndedNotice shared={shared} announce={announce} count={state.count} />;
    case "failed":
      if (state.refusal === "protocol") return <Outdated shared={shared} announce={announce} count={0} />;
      if (state.refusal === "not-found" || state.refusal === "not-allowed")
        return <Notice kind="error">{t("board.state.gone")}</Notice>;
      return <NotOpened />;
  }
}

/** Nothing is unsaved yet: who edits here should know beforehand what a closed tab takes with it. */
function NotKept() {
  const { t } = useTranslation();
  const [isUnderstood, setUnderstood] = useState(false);
  if (isUnderstood) return null;
  return (
    <Notice kind="warning">
      <p>{t("collab.state.notKept")}</p>
      <div className="row">
        <Button onClick={() => setUnderstood(true)}>{t("collab.state.understood")}</Button>
      </div>
    </Notice>
  );
}

/** The connection is away, or saving takes too long. */
function Waiting({
  state,
  shared,
  announce,
}: Props & { state: SaveState & { kind: "saving" | "offline" } }): ReactNode {
  const { t } = useTranslation();
  const age = useAge(waitingSince(state));
  const isStuck = age !== null && age >= STUCK_AFTER;
  const kept = shared.keepsOnDevice === true;
  if (state.kind === "saving" && !isStuck) return null;
  return (
    <Notice kind="warning">
      <p>
        {state.kind === "offline" && `${t("collab.state.offline")} `}
        {state.kind === "offline" && t(kept ? "collab.state.offlineKept" : "collab.state.offlineTab")}
        {state.kind === "saving" && `${t("collab.state.stuck")} `}
        {state.kind === "saving" && t(kept ? "collab.state.stuckKept" : "collab.state.stuckTab")}
      </p>
      {isStuck && (
        <OwnText read={shared.unsavedText} label={t("collab.state.copyChanges")} announce={announce} />
      )}
    </Notice>
  );
}

/** The server did not take the changes. */
function Refused({ shared, announce, state }: Props & { state: SaveState & { kind: "refused" } }) {
  const { t } = useTranslation();
  const max = t("collab.kilobytes", { n: LARGE_UPDATE_BYTES_MAX / 1024 });
  const why = t(`collab.refusal.${state.refusal}`, { max });
  if (state.count === 0) return <Notice kind="error">{why}</Notice>;
  return (
    <Notice kind="error">
      <p>
        {why} {t(shared.keepsOnDevice ? "collab.state.refusedKept" : "collab.state.refusedTab")}
      </p>
      <OwnText read={shared.unsavedText} label={t("collab.state.copyChanges")} announce={announce}>
        <AskedButton
          question={t("collab.state.discardAsk")}
          yes={t("collab.state.discardYes")}
          onYes={shared.startOver}
        >
          {t("collab.state.discard")}
        </AskedButton>
      </OwnText>
    </Notice>
  );
}

/** The page is older than the server: it must be loaded again, and nothing is lost by it if the device keeps it. */
function Outdated({ shared, announce, count }: Props & { count: number }) {
  const { t } = useTranslation();
  const reload = <Button onClick={shared.reload}>{t("board.state.reload")}</Button>;
  const kept = shared.keepsOnDevice ? "collab.state.outdatedKept" : "collab.state.outdatedTab";
  return (
    <Notice kind="error">
      <p>
        {t("collab.state.outdated")} {shared.synced && t(count > 0 ? kept : "collab.state.outdatedSaved")}
      </p>
      {count > 0 ? (
        <OwnText read={shared.unsavedText} label={t("collab.state.copyChanges")} announce={announce}>
          {reload}
        </OwnText>
      ) : (
        <div className="row">{reload}</div>
      )}
    </Notice>
  );
}
