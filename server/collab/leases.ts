/**
 * Who may write with which Yjs client id in one document: the server makes the id and signs it for the person, so
 * that every node knows a lease without having to remember it (promise I9). A restore raises the epoch and with it
 * voids every lease.
 */
import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import type { Lease } from "../../app/protocol/collab";

/** What a lease is for. */
export interface LeaseSubject {
  documentId: string;
  epoch: number;
  personId: string;
}

/** Bytes of a signature that are kept. */
const TOKEN_BYTES = 16;

export class Leases {
  constructor(private readonly key: Uint8Array) {}

  /** A lease of a new client id. */
  make(subject: LeaseSubject): Lease {
    const clientId = randomInt(1, 2 ** 32);
    return { clientId, token: this.sign(subject, clientId).toString("base64url") };
  }

  /** Did we make this lease, for this person, document and epoch? */
  holds(subject: LeaseSubject, { clientId, token }: Lease): boolean {
    const given = Buffer.from(token, "base64url");
    return given.byteLength === TOKEN_BYTES && timingSafeEqual(given, this.sign(subject, clientId));
  }

  private sign({ documentId, epoch, personId }: LeaseSubject, clientId: number): Buffer {
    const mac = createHmac("sha256", this.key);
    return mac.update(`${documentId} ${epoch} ${clientId} ${personId}`).digest().subarray(0, TOKEN_BYTES);
  }
}
