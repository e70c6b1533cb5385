import { useRevalidator, useRouteLoaderData } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SharedDocument } from "../../collab/use-document";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/page";
import { OwnText } from "./own-text";
import { useBoardOverlays } from "./use-board-overlays";

interface Props {
  shared: SharedDocument;
  announce: (text: string) => void;
  count: number;
}

/** The session ended: signing in again happens over the board, and what was typed waits for it. */
export function EndedNotice({ shared, announce, count }: Props) {
  const { t } = useTranslation();
  const { revalidate } = useRevalidator();
  const root = useRouteLoaderData("root") as { viewer: { name: string; demoSeat: string | null } | null };
  // Who sat here: the page's data may be asked again while nobody does.
  const [viewer] = useState(() => root.viewer);
  const [isSigningIn, setSigningIn] = useState(false);
  const overlays = useBoardOverlays(isSigningIn);
  const signIn = overlays ? (
    <Button variant="primary" onClick={() => setSigningIn(true)}>
      {t("collab.state.signIn")}
    </Button>
  ) : (
    <a className="button" href={paths.signIn(window.location.pathname + window.location.search)}>
      {t("collab.state.signIn")}
    </a>
  );
  return (
    <Notice kind="error">
      <p>
        {t("collab.state.ended")} {count > 0 && t("collab.state.endedUnsaved")}
      </p>
      {count > 0 ? (
        <OwnText read={shared.unsavedText} label={t("collab.state.copyChanges")} announce={announce}>
          {signIn}
        </OwnText>
      ) : (
        <div className="row">{signIn}</div>
      )}
      {overlays && isSigningIn && (
        <overlays.SignInHere
          seat={viewer?.demoSeat ? { seat: viewer.demoSeat, name: viewer.name } : null}
          onSignedIn={() => {
            shared.reconnect();
            revalidate();
          }}
          onClose={() => setSigningIn(false)}
        />
      )}
    </Notice>
  );
}
