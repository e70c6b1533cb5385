import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/page";

/** Editing did not come: the text is there to be read, and the page may be asked again. */
export function NotOpened() {
  const { t } = useTranslation();
  return (
    <Notice kind="error">
      <p>{t("board.state.failed")}</p>
      <div className="row">
        <ReloadButton />
      </div>
    </Notice>
  );
}

/** Asks for the whole page again. */
export function ReloadButton() {
  const { t } = useTranslation();
  return <Button onClick={() => window.location.reload()}>{t("board.state.reload")}</Button>;
}
