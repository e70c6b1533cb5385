import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";

interface Props {
  title: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  className?: string;
  children: ReactNode;
}

/** A modal dialog: focus stays in it and returns, Escape and a press outside close it. Only for lazy parts. */
export function Dialog({ title, isOpen, onClose, className, children }: Props) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className={className ?? "dialog"}>
        <AriaDialog style={{ outline: "none" }}>
          <Heading slot="title">{title}</Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
