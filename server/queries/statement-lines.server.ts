/** Sent statements as they are read. */
import type { Kysely } from "kysely";
import { sha256Hex } from "../../app/domain/split/canonical";
import { parseStatement } from "../../app/domain/statements/content";
import type { GivenStatement } from "../../app/domain/statements/summary";
import type { TextDocument } from "../../app/domain/text/text";
import type { Database } from "../../db/schema/tables";
import type { AttachmentLine } from "./statement-draft.server";

/** Days are YYYY-MM-DD, times ISO. */
export interface StatementLine {
  id: string;
  organ: string;
  section: string | null;
  organDate: string | null;
  isLate: boolean;
  isExample: boolean;
  sentAt: string;
  sentBy: string;
  sha256: string;
  /** Texts by the part's name. */
  parts: Record<string, string>;
  /** The same with their form, of the parts that have one. */
  texts: Record<string, TextDocument>;
  attachments: AttachmentLine[];
}

interface Frozen {
  content: string;
  sha256: string;
  isLate: boolean;
}

/** Throws when the content does not match its hash: a damaged statement is never shown as if it were whole. */
function openFrozen({ content, sha256 }: Frozen) {
  if (sha256Hex(content) !== sha256) throw new Error("A statement does not match its hash.");
  return parseStatement(content);
}

/** What the summary needs of a sent statement. */
export function givenStatement(partyId: string, frozen: Frozen): GivenStatement {
  return { partyId, isLate: frozen.isLate, parts: openFrozen(frozen).parts };
}

/** Every statement of a party in a round, the newest first. */
export async function statementsOf(
  db: Kysely<Database>,
  roundId: string,
  partyId: string,
): Promise<StatementLine[]> {
  const rows = await db
    .selectFrom("statements as sent")
    .innerJoin("persons", "persons.id", "sent.sent_by")
    .select(["sent.id", "sent.content", "sent.sha256", "sent.organ", "sent.section"])
    .select(["sent.organ_date as organDate", "sent.is_late as isLate", "sent.is_example as isExample"])
    .select(["sent.sent_at as sentAt", "persons.name as sentBy"])
    .where("sent.round_id", "=", roundId)
    .where("sent.party_id", "=", partyId)
    .orderBy("sent.n", "desc")
    .execute();
  return rows.map(({ content, ...row }) => {
    const { parts, texts = {}, attachments } = openFrozen({ ...row, content });
    return { ...row, sentAt: row.sentAt.toISOString(), parts, texts, attachments };
  });
}
