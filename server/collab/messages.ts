/** What a browser may send, as it must look. Everything else is refused as malformed. */
import { z } from "zod";
import { UPDATE_BYTES_MAX } from "../../app/protocol/limits";

const documentId = z.guid();
/** Room for a state vector of a few thousand clients. */
const STATE_VECTOR_BYTES_MAX = 32 * 1024;
/** Bytes are copied: what the parser gives is a view of the whole message. */
const bytes = (max: number) =>
  z
    .instanceof(Uint8Array)
    .refine((value) => value.byteLength <= max, { message: "too-large" })
    .transform((value) => new Uint8Array(value));
const categoryId = z.string().max(64).nullish();

export const joinMessage = z.object({
  documentId,
  stateVector: bytes(STATE_VECTOR_BYTES_MAX),
  clientId: z.int().min(1).max(0xffffffff),
});
export const updateMessage = z.object({ documentId, updateId: z.guid(), bytes: bytes(UPDATE_BYTES_MAX) });
export const leaveMessage = z.object({ documentId });
export const presenceMessage = z.object({
  documentId,
  state: z.object({ open: categoryId, editing: categoryId, moving: categoryId }),
});
