import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";

interface Props {
  /** The words to take along, read when they are asked for. */
  read: () => string;
  label: string;
  announce: (text: string) => void;
  /** Further buttons. */
  children?: ReactNode;
}

/** Words that are not saved, to be copied; shown as text too, where copying is not allowed. */
export function OwnText({ read, label, announce, children }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<{ text: string; said: string } | null>(null);
  const copy = async () => {
    const text = read();
    const said = await copied(text).then(
      () => t("collab.state.copied"),
      () => t("collab.state.copyFailed"),
    );
    announce(said);
    setShown({ text, said });
  };
  return (
    <>
      <div className="row">
        <Button onClick={copy}>{label}</Button>
        {children}
      </div>
      {shown && (
        <>
          <p>{shown.said}</p>
          <textarea
            className="input"
            readOnly
            rows={5}
            aria-label={t("collab.state.ownText")}
            value={shown.text}
          />
        </>
      )}
    </>
  );
}

/** Rejects where there is no clipboard: on plain http there is none. */
async function copied(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
