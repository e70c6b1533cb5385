/** What may arrive from other servers, parsed: a message of another shape, or of a newer server, is dropped. */
import { z } from "zod";
import { CHANGED_WHAT } from "../../../app/protocol/collab";
import type { NodeMessage } from "./node-bus";

/** Connections that one message may speak of: a full room, with room to spare. */
const PEOPLE_MAX = 5_000;

const id = z.string().min(1).max(200);
const category = id.nullable().optional();
const selection = z.object({ anchor: id, head: id }).nullable().optional();
const state = z.object({ open: category, editing: category, moving: category, selection });
const person = state.extend({
  connectionId: id,
  personId: id,
  name: z.string().max(1_000),
  partyId: id.nullable(),
  party: z.string().max(1_000).nullable(),
  color: z.number(),
});

const MESSAGE: z.ZodType<NodeMessage> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("advanced"), documentId: id, seq: z.int().nonnegative() }),
  z.object({
    kind: z.literal("changed"),
    documentId: id,
    what: z.enum(CHANGED_WHAT),
  }),
  z.object({
    kind: z.literal("presence"),
    node: id,
    documentId: id,
    whole: z.boolean(),
    came: z.array(person).max(PEOPLE_MAX),
    moved: z.array(z.object({ connectionId: id, state })).max(PEOPLE_MAX),
    left: z.array(id).max(PEOPLE_MAX),
  }),
  z.object({ kind: z.literal("who"), documentId: id }),
  z.object({ kind: z.literal("gone"), node: id }),
  z.object({ kind: z.literal("recheck-document"), documentId: id }),
  z.object({ kind: z.literal("recheck-person"), personId: id }),
  z.object({ kind: z.literal("session-ended"), sessionHash: id }),
]);

/** The message, or null for what is none. */
export function parseNodeMessage(value: unknown): NodeMessage | null {
  const parsed = MESSAGE.safeParse(value);
  return parsed.success ? parsed.data : null;
}
