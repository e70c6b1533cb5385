import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button";
import { Field } from "../../../ui/field";
import { Notice } from "../../../ui/page";

/** A link that was just made. It is shown here once; without JavaScript it is copied from the field by hand. */
export function NewInvitationLink({ link }: { link: string }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new link takes the reader to it
  useEffect(() => {
    setCopied(false);
    frame.current?.querySelector("input")?.focus();
  }, [link]);

  async function copy() {
    const field = frame.current?.querySelector("input");
    field?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // No clipboard here (plain http, or not permitted): the link stands selected, ready for the keys.
      field?.focus();
    }
  }

  return (
    <Notice kind="ok">
      <p className="settings__lead">{t("tables.settings.newLink")}</p>
      <div className="invitation-link" ref={frame}>
        <Field
          label={t("tables.settings.link")}
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={copy}>{t("tables.settings.copy")}</Button>
      </div>
      <p role="status">{copied && t("tables.settings.copied")}</p>
    </Notice>
  );
}
