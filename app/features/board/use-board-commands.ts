import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { readSplit } from "../../collab/documents/split-document";
import type { Undo } from "../../collab/use-undo";
import { inLanguage } from "../../domain/languages";
import {
  byOrder,
  type Category,
  type CategoryStatus,
  categoriesOn,
  SIDES,
  type Sides,
} from "../../domain/split/split";
import { useLanguage } from "../../ui/use-language";
import * as actions from "./board-actions";

/** A message with a way back, shown after an act that is easily done by mistake. */
export interface Toast {
  text: string;
  /** Takes back just that act, whatever was done since. */
  undo?: () => void;
}

interface Tools {
  doc: Y.Doc;
  undo: Undo;
  announce: (text: string) => void;
  showToast: (toast: Toast) => void;
  /** Gives the keyboard's focus to a card once it is where it should be. */
  focusCard: (id: string) => void;
}

export type BoardCommands = ReturnType<typeof useBoardCommands>;

/** What a person can do on the board: each act is one undo step and is said once. The object never changes. */
export function useBoardCommands(tools: Tools) {
  const { t } = useTranslation();
  const language = useLanguage();
  const latest = useRef({ ...tools, t, language });
  latest.current = { ...tools, t, language };
  return useMemo(() => {
    const now = () => latest.current;
    const find = (id: string) => actions.findCategory(now().doc, id);
    const name = (category: Category) =>
      inLanguage(category.label, now().language) || now().t("board.unnamed");
    const lane = (sides: Sides) => categoriesOn(readSplit(now().doc), sides);
    const place = (id: string, sides: Sides) => {
      const categories = lane(sides);
      return { place: categories.findIndex((c) => c.id === id) + 1, count: categories.length };
    };
    const sideName = (sides: Sides) => now().t(`board.side.${sides}`);
    /** One act: a step of undo of its own. */
    const act = (id: string, change: (category: Category) => void) => {
      const category = find(id);
      if (!category) return;
      now().undo.stopCapturing();
      change(category);
      now().undo.stopCapturing();
    };

    const sayPlace = (category: Category, sides: Sides) => {
      const { announce, t } = now();
      const at = place(category.id, sides);
      const label = name(category);
      announce(
        category.sides === sides
          ? t("board.said.placed", { label, ...at })
          : t("board.said.moved", { label, side: sideName(sides), ...at }),
      );
    };

    /** To a lane, at `index` among its other categories; without an index the order stays as it was. */
    const move = (id: string, sides: Sides, index?: number) =>
      act(id, (category) => {
        if (index === undefined) actions.changeSides(now().doc, id, sides);
        else if (!actions.moveCategory(now().doc, id, sides, index)) return;
        sayPlace(category, sides);
      });

    const setStatus = (
      id: string,
      status: CategoryStatus,
      said: (category: Category) => string,
      offerUndo = false,
    ) =>
      act(id, (category) => {
        const before = category.status;
        actions.setStatus(now().doc, id, status);
        const text = said(category);
        now().announce(text);
        if (offerUndo) now().showToast({ text, undo: () => bringTo(id, before) });
      });
    const bringTo = (id: string, status: CategoryStatus) => {
      setStatus(id, status, (c) =>
        now().t("board.said.broughtBack", { label: name(c), side: sideName(c.sides) }),
      );
      now().focusCard(id);
    };

    return {
      move,
      /** Up (-1) or down (+1), or to an end of the lane. */
      step(id: string, to: -1 | 1 | "first" | "last") {
        const category = find(id);
        if (!category) return;
        const categories = lane(category.sides).sort(byOrder);
        const from = categories.findIndex((c) => c.id === id);
        const last = categories.length - 1;
        const index = to === "first" ? 0 : to === "last" ? last : from + to;
        const label = name(category);
        if (index < 0 || (to === "first" && from === 0))
          now().announce(now().t("board.said.firstAlready", { label }));
        else if (index > last || (to === "last" && from === last))
          now().announce(now().t("board.said.lastAlready", { label }));
        else move(id, category.sides, index);
        now().focusCard(id);
      },
      /** To the next side left (-1) or right (+1), in the order municipality, both, region. */
      stepSide(id: string, by: -1 | 1) {
        const category = find(id);
        if (!category) return;
        const sides = SIDES[SIDES.indexOf(category.sides) + by];
        if (sides) move(id, sides);
        else
          now().announce(
            now().t("board.said.edgeAlready", { label: name(category), side: sideName(category.sides) }),
          );
        now().focusCard(id);
      },
      toSide(id: string, sides: Sides) {
        move(id, sides);
        now().focusCard(id);
      },
      toggleQuestion(id: string) {
        act(id, (category) => {
          actions.setQuestion(now().doc, id, category.question ? null : "");
          const key = category.question ? "board.said.settled" : "board.said.raised";
          now().announce(now().t(key, { label: name(category) }));
        });
      },
      propose: (id: string) =>
        setStatus(id, "proposedForRemoval", (c) => now().t("board.said.proposed", { label: name(c) })),
      withdraw: (id: string) =>
        setStatus(id, "active", (c) => now().t("board.said.withdrawn", { label: name(c) })),
      remove: (id: string) =>
        setStatus(id, "removed", (c) => now().t("board.said.removed", { label: name(c) }), true),
      bringBack: (id: string) => bringTo(id, "active"),
      /** The new category's id, or null when the split is full. */
      add(text: string, sides: Sides): string | null {
        const { doc, undo, announce, t, language } = now();
        undo.stopCapturing();
        const id = actions.addToLane(doc, { language, text }, sides);
        undo.stopCapturing();
        if (id) announce(t("board.said.added", { label: text, side: sideName(sides) }));
        return id;
      },
      undo() {
        const { undo, announce, t } = now();
        announce(t(undo.canUndo ? "board.said.undone" : "board.said.nothingToUndo"));
        undo.undo();
      },
      redo() {
        const { undo, announce, t } = now();
        announce(t(undo.canRedo ? "board.said.redone" : "board.said.nothingToRedo"));
        undo.redo();
      },
    };
  }, []);
}
