import { createContext } from "react";
import type { EmbeddedDraft } from "../../../protocol/text-data";

/** By blockKey: the drafts that the text shows, as the page's loader gave them. */
export const BlocksContext = createContext<Record<string, EmbeddedDraft>>({});
