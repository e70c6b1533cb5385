import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";

interface Props {
  question: string;
  /** What the answer that does it says. */
  yes: string;
  onYes: () => void;
  children: ReactNode;
}

/** A button for what cannot be undone: it asks in its own place before it does it. */
export function AskedButton({ question, yes, onYes, children }: Props) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const wasAsking = useRef(false);
  const first = useRef<HTMLButtonElement>(null);
  const no = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (isAsking) no.current?.focus();
    else if (wasAsking.current) first.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  if (!isAsking)
    return (
      <button type="button" className="button" ref={first} onClick={() => setAsking(true)}>
        {children}
      </button>
    );
  return (
    <fieldset className="row asked" aria-labelledby={id}>
      <span id={id}>{question}</span>
      <button type="button" className="button" ref={no} onClick={() => setAsking(false)}>
        {t("common.cancel")}
      </button>
      <Button variant="danger" onClick={onYes}>
        {yes}
      </Button>
    </fieldset>
  );
}
