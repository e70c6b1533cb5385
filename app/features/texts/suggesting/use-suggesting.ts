/** Suggestion mode and the suggestions of a live text, for its page. */
import type { AnyExtension, Editor } from "@tiptap/core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListedSuggestion } from "../../../domain/text/suggestion-list";
import type { DocumentAccess } from "../../../protocol/collab";
import type { TextSuggestionData } from "../../../protocol/text-suggestions-data";
import { ownSuggestions } from "./own-suggestions";
import {
  type Authors,
  listedIn,
  placeOf,
  suggestionAt,
  suggestionMarks,
  withAuthors,
} from "./suggestion-marks";
import { suggestionMode } from "./suggestion-mode";

/** The list rests this long after a change, in milliseconds. */
const REST_MS = 250;

export interface Suggesting {
  extensions: AnyExtension[];
  /** Always on for who may only suggest. */
  isOn: boolean;
  isForced: boolean;
  toggle: () => void;
  waiting: TextSuggestionData[];
  goTo: (id: string) => void;
}

export function useSuggesting(editor: Editor | null, { slug, access, authors, announce }: Told): Suggesting {
  const { t } = useTranslation();
  const [own] = useState(() => ownSuggestions());
  const [chosen, setChosen] = useState(() => readChoice(slug));
  const isForced = access === "suggest";
  const isOn = isForced || (access === "edit" && chosen);
  const listed = useListed(editor);
  const now = useRef({ isOn, listed, authors, announce, editor, t });
  useEffect(() => {
    now.current = { isOn, listed, authors, announce, editor, t };
  });
  useEffect(() => {
    own.learn(Object.entries(authors).flatMap(([id, { isOwn }]) => (isOwn ? [id] : [])));
    if (editor && !editor.isDestroyed) editor.view.dispatch(withAuthors(editor.state, authors));
  }, [editor, authors, own]);

  const goTo = useCallback((id: string) => {
    const { editor: live, listed: list, authors: known, announce: say, t: words } = now.current;
    const place = live && placeOf(live.state.doc, id);
    if (!live || !place) return;
    live.chain().focus().setTextSelection(place).scrollIntoView().run();
    const at = list.findIndex((one) => one.id === id);
    const one = list[at];
    if (!one) return;
    const author = known[id];
    const who = author
      ? author.party
        ? words("texts.suggesting.byParty", { party: author.party, name: author.author })
        : words("texts.suggesting.by", { name: author.author })
      : words("texts.suggesting.byUnknown");
    const kind = words(`texts.suggesting.kind.${one.kind}`);
    say(words("texts.suggesting.announce", { place: at + 1, total: list.length, kind, who }));
  }, []);

  const extensions = useMemo<AnyExtension[]>(
    () => [
      suggestionMode({
        isOn: () => now.current.isOn,
        own,
        onStopped: () => now.current.announce(now.current.t("texts.suggesting.stopped")),
      }),
      suggestionMarks({
        onNext: (direction) => {
          const { editor: live, announce: say, t: words } = now.current;
          if (!live) return false;
          const list = listedIn(live.state.doc);
          if (list.length === 0) say(words("texts.suggesting.announceNone"));
          const next = nextOf(live, list, direction);
          if (next) goTo(next);
          return true;
        },
        onCard: () => {
          const id = now.current.editor && suggestionAt(now.current.editor.state);
          const card = id && document.getElementById(`suggestion-${id}`);
          if (!card) return false;
          card.focus();
          return true;
        },
      }),
    ],
    [own, goTo],
  );
  const toggle = useCallback(() => {
    setChosen((before) => {
      keepChoice(slug, !before);
      return !before;
    });
  }, [slug]);
  const waiting = useMemo(
    () => listed.map((one) => ({ ...one, author: authors[one.id] ?? null })),
    [listed, authors],
  );
  return { extensions, isOn, isForced, toggle, waiting, goTo };
}

interface Told {
  slug: string;
  access: DocumentAccess;
  authors: Authors;
  announce: (text: string) => void;
}

/** The suggestion after the one at the caret, or before it; round at the ends. */
function nextOf({ state }: Editor, list: ListedSuggestion[], direction: 1 | -1): string | undefined {
  const here = suggestionAt(state);
  const at = list.findIndex(({ id }) => id === here);
  if (at >= 0) return list[(at + direction + list.length) % list.length]?.id;
  const places = list.map(({ id }) => ({ id, from: placeOf(state.doc, id)?.from ?? 0 }));
  const beyond =
    direction === 1
      ? places.find(({ from }) => from > state.selection.head)
      : places.findLast(({ from }) => from < state.selection.head);
  return (beyond ?? places.at(direction === 1 ? 0 : -1))?.id;
}

function useListed(editor: Editor | null): ListedSuggestion[] {
  const [listed, setListed] = useState<ListedSuggestion[]>([]);
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      if (editor.isDestroyed) return;
      const next = listedIn(editor.state.doc);
      setListed((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(read, REST_MS);
    };
    read();
    editor.on("update", soon);
    return () => {
      clearTimeout(timer);
      editor.off("update", soon);
    };
  }, [editor]);
  return listed;
}

/** Remembered for the tab. */
const choiceKey = (slug: string) => `suggestion-mode:${slug}`;
function readChoice(slug: string): boolean {
  try {
    return sessionStorage.getItem(choiceKey(slug)) === "on";
  } catch {
    return false; // storage is closed: the mode starts off
  }
}
function keepChoice(slug: string, isOn: boolean): void {
  try {
    if (isOn) sessionStorage.setItem(choiceKey(slug), "on");
    else sessionStorage.removeItem(choiceKey(slug));
  } catch {
    // storage is closed: the choice lasts as long as the page
  }
}
