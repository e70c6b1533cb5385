import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";

interface Props {
  title: string;
  submit: string;
  onSubmit: () => void;
  onClose: () => void;
  /** Buttons at the left. */
  more?: ReactNode;
  children: ReactNode;
}

/** A dialog that asks a few things and does one. */
export function DialogForm({ title, submit, onSubmit, onClose, more, children }: Props) {
  const { t } = useTranslation();
  const send = (event: FormEvent) => {
    event.preventDefault();
    // The page around may be a form too.
    event.stopPropagation();
    onSubmit();
  };
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form onSubmit={send} noValidate>
        {children}
        <div className="dialog__actions">
          {more}
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant="primary">
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
