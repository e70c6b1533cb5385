/** Who made which suggestion in a text: the person of the first update that carries its id (rule E12). */
import * as Y from "yjs";
import { SUGGESTION_ID } from "../../../app/domain/text/text";
import type { UpdateLog } from "./update-log";

const NAMES = new Set(["insertion", "deletion"]);

/**
 * The ids of suggestions that an update of a text may bring: marks on words and attributes of nodes. An attribute that
 * was there before carries no name in the bytes, so that its value counts whenever it could be an id: such a value
 * that is none appears in no text as a suggestion. Throws for bytes that are no update.
 */
export function suggestionIdsIn(bytes: Uint8Array): Set<string> {
  const ids = new Set<string>();
  const note = (id: unknown) => {
    if (typeof id === "string" && SUGGESTION_ID.test(id)) ids.add(id);
  };
  for (const struct of Y.decodeUpdate(bytes).structs) {
    if (!(struct instanceof Y.Item)) continue;
    const { content, parentSub, origin, rightOrigin } = struct;
    if (content instanceof Y.ContentFormat) {
      const value = content.value as { id?: unknown } | null;
      if (NAMES.has(content.key.split("--")[0]!)) note(value?.id);
    } else if (content instanceof Y.ContentAny) {
      if (parentSub === null ? origin || rightOrigin : NAMES.has(parentSub)) content.arr.forEach(note);
    }
  }
  return ids;
}

/** The authors of all suggestions that a log has. */
export async function authorsInLog(
  log: Pick<UpdateLog, "read">,
  documentId: string,
): Promise<Map<string, string>> {
  const authors = new Map<string, string>();
  for (const { bytes, personId } of await log.read(documentId))
    for (const id of suggestionIdsIn(bytes)) if (!authors.has(id)) authors.set(id, personId);
  return authors;
}
