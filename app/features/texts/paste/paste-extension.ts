/** Paste and drop into a text: limits first, then the cleaning, then what was left out is told. */
import { Extension } from "@tiptap/core";
import type { Slice } from "@tiptap/pm/model";
import { Slice as EmptySlice } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { cleanBody, type LeftOut } from "./clean-html";
import { cleanSlice, isTooMuch } from "./clean-slice";
import { PASTE_CHARACTERS_MAX, PASTE_MARKUP_MAX } from "./paste-limits";

/** What a person is told of a paste. */
export type PasteNews = { kind: "tooLarge" } | { kind: "onlyImages" } | ({ kind: "leftOut" } & LeftOut);

export interface PasteOptions {
  tell: (news: PasteNews) => void;
}

export const Paste = Extension.create<PasteOptions>({
  name: "cleanPaste",
  // Before the extensions that look at what is pasted.
  priority: 2000,
  addOptions: () => ({ tell: () => undefined }),
  addProseMirrorPlugins() {
    const { tell } = this.options;
    const refuse = (data: DataTransfer | null): boolean => {
      const news = data && refusal(data);
      if (news) tell(news);
      return Boolean(news);
    };
    const ifRefused = (event: ClipboardEvent | DragEvent, data: DataTransfer | null) => {
      if (!refuse(data)) return false;
      event.preventDefault();
      return true;
    };
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            paste: (_view, event) => ifRefused(event, event.clipboardData),
            drop: (view, event) => (view.dragging ? false : ifRefused(event, event.dataTransfer)),
          },
          transformPastedHTML: (html) => {
            const { body } = new DOMParser().parseFromString(html, "text/html");
            const left = cleanBody(body);
            if (left.images + left.links + left.tables > 0) tell({ kind: "leftOut", ...left });
            return body.innerHTML;
          },
          transformPastedText: (text) => text.replace(UNPRINTABLE, ""),
          transformPasted: (slice: Slice) => {
            if (!isTooMuch(slice)) return cleanSlice(slice);
            tell({ kind: "tooLarge" });
            return EmptySlice.empty;
          },
        },
      }),
    ];
  },
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be stored
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Why nothing of it is looked at, or null. */
function refusal(data: DataTransfer): PasteNews | null {
  const markup = data.getData("text/html");
  const words = data.getData("text/plain");
  if (words.length > PASTE_CHARACTERS_MAX || markup.length > PASTE_MARKUP_MAX) return { kind: "tooLarge" };
  if (!markup && !words && [...data.files].some(({ type }) => type.startsWith("image/")))
    return { kind: "onlyImages" };
  return null;
}
