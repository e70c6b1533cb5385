/**
 * Who may write with which Yjs client id in one document. A lease belongs to a person; what the log says of a
 * client id is true for ever, so nobody can go on with the id of someone who wrote before.
 */
import * as Y from "yjs";
import type { LoggedUpdate } from "./update-log";

/** Client ids of the server's own changes: nobody leases them. */
const SERVER = Symbol("server");

export class Leases {
  private readonly holders = new Map<number, string | typeof SERVER>();

  /** Leases the client id to the person, or answers false when another has it. */
  lease(clientId: number, personId: string): boolean {
    const holder = this.holders.get(clientId);
    if (holder === undefined) this.holders.set(clientId, personId);
    return holder === undefined || holder === personId;
  }

  /** Does this person hold the client id? */
  holds(clientId: number, personId: string): boolean {
    return this.holders.get(clientId) === personId;
  }

  /** Keeps a client id for the server. */
  reserve(clientId: number): void {
    this.holders.set(clientId, SERVER);
  }

  /** Learns from the log who wrote with which client id. */
  learn({ bytes, personId, origin }: Pick<LoggedUpdate, "bytes" | "personId" | "origin">): void {
    const holder = origin === "edit" ? personId : SERVER;
    for (const clientId of Y.parseUpdateMeta(bytes).from.keys()) this.holders.set(clientId, holder);
  }
}
