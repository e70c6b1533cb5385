/** What a browser may send, as it must look. Everything else is refused as malformed. */
import { z } from "zod";
import type { ClientEvents } from "../../app/protocol/collab";
import { LEASES_MAX, UPDATE_BYTES_MAX } from "../../app/protocol/limits";

const documentId = z.guid();
/** More than a large update can have, however it was cut: the limit that is told is that of its bytes. */
const PARTS_MAX = 64;
/** Bytes are copied: what the parser gives is a view of the whole message. */
const bytes = z
  .instanceof(Uint8Array)
  .refine((value) => value.byteLength <= UPDATE_BYTES_MAX, { message: "too-large" })
  .transform((value) => new Uint8Array(value));
const categoryId = z.string().max(64).nullish();
const position = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9+/=]*$/);
const selection = z.object({ anchor: position, head: position }).nullish();
const seq = z.int().min(0);
const lease = z.object({ clientId: z.int().min(1).max(0xffffffff), token: z.string().max(64) });

export const MESSAGES = {
  "document:join": z.object({
    documentId,
    schema: z.int().min(0),
    known: z.object({ epoch: z.int().min(0), seq }).nullable(),
    leases: z.array(lease).max(LEASES_MAX),
  }),
  "document:part": z.object({
    documentId,
    updateId: z.guid(),
    index: z.int().min(0).max(PARTS_MAX),
    bytes,
  }),
  "document:update": z.object({
    documentId,
    updateId: z.guid(),
    bytes,
    parts: z.int().min(1).max(PARTS_MAX).optional(),
  }),
  "document:verify": z.object({ documentId, seq, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  "document:leave": z.object({ documentId }),
  "presence:set": z.object({
    documentId,
    state: z.object({ open: categoryId, editing: categoryId, moving: categoryId, selection }),
  }),
  "connection:probe": z.object({}),
} satisfies Record<keyof ClientEvents, z.ZodType>;

export type Event = keyof typeof MESSAGES;
export type MessageOf<E extends Event> = z.output<(typeof MESSAGES)[E]>;
export const EVENTS = Object.keys(MESSAGES) as Event[];
