import { useTranslation } from "react-i18next";
import { useIsOld } from "../../collab/own-data";

/** Says under the bar that the page cannot be asked for anew, and that it stays. */
export function OldPage() {
  const { t } = useTranslation();
  const isOld = useIsOld();
  return (
    <div aria-live="polite" className="old-page">
      {isOld && <p>{t("common.oldPage")}</p>}
    </div>
  );
}
