/**
 * What servers on one database tell each other. Everything on it is a hint (promise I8): a message that never
 * comes costs time, not correctness, because each server also asks the database from time to time.
 * No content of a document travels here.
 */
import type { ChangedWhat, PresenceState, PresentPerson } from "../../../app/protocol/collab";

export type NodeMessage =
  /** The log of a document grew to this sequence number. */
  | { kind: "advanced"; documentId: string; seq: number }
  /** Rows about a document changed: browsers ask their loaders again. */
  | { kind: "changed"; documentId: string; what: ChangedWhat }
  /** Who is on a document at `node`; `whole` replaces all that was known of that node there. */
  | {
      kind: "presence";
      node: string;
      documentId: string;
      whole: boolean;
      came: PresentPerson[];
      moved: { connectionId: string; state: PresenceState }[];
      left: string[];
    }
  /** A node opened a document and wants to know who is on it elsewhere. */
  | { kind: "who"; documentId: string }
  /** A node stops: those on it are gone. */
  | { kind: "gone"; node: string }
  | { kind: "recheck-document"; documentId: string }
  | { kind: "recheck-person"; personId: string }
  | { kind: "session-ended"; sessionHash: string };

export interface NodeBus {
  /** This server's name among the nodes, new at every start. */
  readonly node: string;
  /** Tells the other nodes, never this one. Never throws and never waits. */
  tell(message: NodeMessage): void;
  /** Calls the listener for every message of another node. */
  listen(listener: (message: NodeMessage) => void): void;
  close(): Promise<void>;
}

/** One server alone. */
export function aloneBus(node: string): NodeBus {
  return { node, tell: () => undefined, listen: () => undefined, close: async () => undefined };
}
