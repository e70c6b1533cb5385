import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { CATEGORIES_MAX, LABEL_CHARACTERS_MAX, type Sides } from "../../domain/split/split";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Field } from "../../ui/field";
import { SideControl } from "./side-control";

interface Props {
  initialSide: Sides;
  /** False when the split is full. */
  onAdd: (label: string, sides: Sides) => boolean;
  onClose: () => void;
}

/** A new category: its label first, then the side at whose end it comes. */
export function AddDialog({ initialSide, onAdd, onClose }: Props) {
  const { t } = useTranslation();
  const [label, setLabel] = useState("");
  const [sides, setSides] = useState(initialSide);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = label.trim();
    if (!words) return setProblem(t("board.add.empty"));
    if (onAdd(words, sides)) onClose();
    else setProblem(t("board.add.full", { max: CATEGORIES_MAX }));
  };
  return (
    <Dialog title={t("board.add.title")} isOpen onClose={onClose}>
      <form onSubmit={submit}>
        <Field
          label={t("board.add.label")}
          hint={t("board.add.hint")}
          error={problem}
          value={label}
          maxLength={LABEL_CHARACTERS_MAX}
          autoFocus
          onChange={(event) => setLabel(event.target.value)}
        />
        <p className="panel__label" aria-hidden="true">
          {t("board.add.side")}
        </p>
        <SideControl value={sides} onChange={setSides} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant="primary">
            {t("board.add.submit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
