/** Tables of texts, imports and initiatives, as Kysely sees them. What each is for: db/README.md. */
import type { Generated } from "kysely";
import type { DraftKind } from "../../app/domain/drafts";
import type {
  DemandState,
  InitiativeKind,
  Signatory,
  StepKind,
  StepResult,
} from "../../app/domain/initiatives/initiative";
import type { Localized } from "../../app/domain/languages";
import type { Split } from "../../app/domain/split/split";
import type { TextDocument } from "../../app/domain/text/text";
import type { Created, Json, JsonOrNull, Order } from "./columns";

export interface DraftTextsTable {
  document_id: string;
  /** The committed text as plain words. */
  text: string;
  seq: number;
}
export interface TextSuggestionsTable {
  document_id: string;
  /** The id that the suggestion's marks and attributes carry. */
  id: string;
  /** The first update that has it. */
  first_seq: number;
  author_id: string;
  /** The party that the author sat for then. */
  party_id: string | null;
  created_at: Date;
}
export interface TextSuggestionFatesTable {
  id: Generated<string>;
  n: Order;
  document_id: string;
  suggestion_id: string;
  fate: "accepted" | "declined" | "withdrawn";
  reason: string;
  /** What it would have taken away and put in, as plain words. */
  removed: string;
  added: string;
  /** Log position of the change that settled it. */
  seq: number | null;
  decided_by: string;
  created_at: Created;
}
export interface ImportsTable {
  id: Generated<string>;
  table_id: string;
  file_name: string;
  kind: DraftKind;
  title: string;
  content: Json<TextDocument | Split>;
  /** What was left out or changed: names of a closed list, with how often. */
  warnings: Json<{ warning: string; count: number }[]>;
  imported_by: string;
  created_at: Created;
  expires_at: Date;
  used_at: Date | null;
}
export interface InitiativesTable {
  id: Generated<string>;
  table_id: string;
  slug: string;
  kind: InitiativeKind;
  title: Json<Localized>;
  signatories: Json<Signatory[]>;
  /** YYYY-MM-DD, or null where the source does not say. */
  submitted_on: string | null;
  target_year: number | null;
  text: Json<Localized>;
  grounds: Json<Localized[]>;
  /** For the public page, in plain words. */
  summary: Json<Localized>;
  source: string;
  /** What a reader must know of how it is kept here. */
  note: JsonOrNull<Localized>;
  response_draft_id: string | null;
  /** The body that answers. */
  response_body: JsonOrNull<Localized>;
  prepared_by: Json<Signatory[]>;
  presented_by: Json<Signatory[]>;
  created_by: string;
  created_at: Created;
  published_at: Date | null;
}
export interface DemandsTable {
  id: Generated<string>;
  initiative_id: string;
  position: number;
  slug: string;
  /** The heading it stands under, of a long list. */
  area: JsonOrNull<Localized>;
  text: Json<Localized>;
  /** How one can tell that it is met. */
  measure: JsonOrNull<Localized>;
  /** Who is to act: kinds of parties. */
  actors: Json<string[]>;
  source: string;
}
export interface DemandAnswersTable {
  id: Generated<string>;
  n: Order;
  demand_id: string;
  state: DemandState;
  text: Json<Localized>;
  /** Why it is declined. */
  reason: string;
  /** What the state rests on, for everyone who reads it. */
  note: string;
  /** Evidence: a draft of this place, or an address. */
  draft_id: string | null;
  href: string | null;
  answered_by: string;
  created_at: Created;
  is_example: Generated<boolean>;
}
export interface InitiativeStepsTable {
  id: Generated<string>;
  n: Order;
  initiative_id: string;
  kind: StepKind;
  body: Json<Localized>;
  /** YYYY-MM-DD, or null where it is not known. */
  happened_on: string | null;
  is_planned: Generated<boolean>;
  section: string | null;
  proposal: JsonOrNull<Localized>;
  decision: JsonOrNull<Localized>;
  result: StepResult | null;
  unanimous: boolean | null;
  note: JsonOrNull<Localized>;
  source: string;
  recorded_by: string;
  created_at: Created;
}
export interface Texts {
  draft_texts: DraftTextsTable;
  text_suggestions: TextSuggestionsTable;
  text_suggestion_fates: TextSuggestionFatesTable;
  imports: ImportsTable;
  initiatives: InitiativesTable;
  demands: DemandsTable;
  demand_answers: DemandAnswersTable;
  initiative_steps: InitiativeStepsTable;
}
