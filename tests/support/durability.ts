/**
 * The check of durability, used on the real engine and on engines that were broken on purpose: what was
 * acknowledged is in the log, nobody was told anything that is not in it, nothing that was typed is missing,
 * (or there twice), and everyone reads what the log says.
 */
import type * as Y from "yjs";
import { categoryText, readSplit } from "../../app/collab/documents/split-document";
import { LOCAL } from "../../app/collab/origins";
import { canonicalSplit } from "../../app/domain/split/canonical";
import { NO_METRICS } from "../../server/collab/collab-metrics";
import { createPostgresLog } from "../../server/collab/postgres-log";
import { Room } from "../../server/collab/room";
import type { HeadlessDocument } from "./headless";
import type { LiveServer } from "./live-server";

/** How long everyone may take to agree. Milliseconds. */
const CONVERGED_WITHIN = 3_000;
const CATEGORY = "events";
/** Of the block that Unicode leaves for private use. */
const FIRST_LETTER = 0xe000;

/** One thing that is not as promised. */
export interface Broken {
  promise: "acknowledged is kept" | "told is kept" | "typed is kept" | "everyone agrees";
  what: string;
}

/** One content, as everyone compares it. */
export const contentOf = ({ doc }: Pick<HeadlessDocument, "doc">) => canonicalSplit(readSplit(doc));

/** The document as a fresh reader of the log in Postgres has it. */
export async function contentOfLog(server: LiveServer): Promise<string> {
  const room = await Room.open(server.documentId, {
    log: createPostgresLog(server.database.db),
    relay: () => undefined,
    onError: (error) => {
      throw error;
    },
    onBroken: (error) => {
      throw error;
    },
    metrics: NO_METRICS,
  });
  return contentOf(room);
}

/** What people typed and what they were told, for `broken` to compare with the log. */
export class Witness {
  private readonly typed: string[] = [];
  private readonly acknowledged: string[] = [];
  private readonly told: string[] = [];

  /** Types a letter of its own, at the end of a category's rationale unless told where. */
  type(document: HeadlessDocument, where?: { text: Y.Text; index: number }): void {
    const letter = String.fromCharCode(FIRST_LETTER + this.typed.length); // one unit: nothing can come in between
    const text = where?.text ?? categoryText(document.doc, CATEGORY, "rationale", "fi")!;
    document.doc.transact(() => text.insert(where?.index ?? text.length, letter), LOCAL);
    this.typed.push(letter);
  }

  /** Notes every letter on the screen of a person who has been told that all is saved. */
  noteSaved(document: HeadlessDocument): void {
    if (document.state.kind === "saved") this.acknowledged.push(...this.lettersIn(document));
  }

  /** Notes every letter that a person who only watches has on the screen. */
  noteTold(document: HeadlessDocument): void {
    this.told.push(...this.lettersIn(document));
  }

  /** Waits until everyone agrees, and answers every promise that is broken. */
  async broken(server: LiveServer, documents: HeadlessDocument[]): Promise<Broken[]> {
    const end = Date.now() + CONVERGED_WITHIN;
    let kept = await contentOfLog(server);
    while (documents.some((document) => contentOf(document) !== kept) && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      kept = await contentOfLog(server);
    }
    const missing = (promise: Broken["promise"], letters: string[]) =>
      [...new Set(letters)]
        .filter((letter) => kept.split(letter).length !== 2) // once, and not twice
        .map((letter): Broken => ({ promise, what: `letter ${letter.charCodeAt(0) - FIRST_LETTER}` }));
    return [
      ...missing("acknowledged is kept", this.acknowledged),
      ...missing("told is kept", this.told),
      ...missing("typed is kept", this.typed),
      ...documents
        .filter((document) => contentOf(document) !== kept)
        .map((_, n): Broken => ({ promise: "everyone agrees", what: `reader ${n}` })),
    ];
  }

  private lettersIn(document: HeadlessDocument): string[] {
    const content = contentOf(document);
    return this.typed.filter((letter) => content.includes(letter));
  }
}
