import type { Generated, GeneratedAlways } from 'kysely'
import type {
  ActorType,
  AffiliationRole,
  Certainty,
  ClaimKind,
  ClaimRelationType,
  Credibility,
  EventType,
  NodeType,
  OrganizationKind,
  Origin,
  ParticipantRole,
  PlacePrecision,
  QuoteType,
  Reliability,
  ReviewState,
  RevisionAction,
  SourceKind,
  SpeechAct,
  Stance,
  Standing,
  UserRole,
  Verdict,
} from '../values/vocabulary.ts'

/** The tables as Kysely sees them; the migrations say what holds in each. */
export interface Tables {
  entity: EntityTable
  label: { id: Generated<number>; entity_id: number; lang: string; text: string; preferred: Generated<0 | 1> }
  key_word: { word: string; entity_id: number }
  external_id: { entity_id: number; scheme: string; value: string }
  place: PlaceTable
  actor: ActorTable
  affiliation: AffiliationTable
  event: EventTable
  participation: { id: Generated<number>; actor_id: number; event_id: number; role: ParticipantRole }
  source: SourceTable
  source_mark: SourceMarkTable
  claim: ClaimTable
  claim_relation: { from_id: number; to_id: number; type: ClaimRelationType }
  statement: StatementTable
  statement_about: StatementAboutTable
  assessment: AssessmentTable
  size: { type: NodeType; nodes: number }
  tally: { facet: string; value: string | number; statements: number }
  speaks_about: { speaker_id: number; entity_id: number; statements: number }
  position: PositionTable
  agreement: { a_id: number; b_id: number; agree: number; conflict: number; claims: GeneratedAlways<number> }
  timeline_day: { type: 'EVENT' | 'STATEMENT'; at: number; begun: number; lasting: number }
  user: UserTable
  token: TokenTable
  revision: RevisionTable
  creation: { type: NodeType; first_id: number; last_id: number; revision_id: number }
  change: { type: NodeType; node_id: number; revision_id: number; before: string | null }
  merging: { revision_id: number; type: NodeType; from_id: number; into_id: number }
  redirect: RedirectTable
  merge_step: { revision_id: number; place: number; from_id: number; step: string }
  name_origin: NameOriginTable
}

interface RedirectTable {
  space: 'entity' | 'claim'
  from_id: number
  type: NodeType
  slug: string
  into_id: number
  revision_id: number
}

interface NameOriginTable {
  entity_id: number
  kind: 'LABEL' | 'LINK'
  scope: string
  text: string
  from_id: number
}

interface UserTable {
  id: Generated<number>
  name: string
  role: UserRole
  created_at: number
  removed_at: number | null
}

interface TokenTable {
  id: Generated<number>
  user_id: number
  kind: 'API' | 'SESSION' | 'SIGN_IN'
  hash: string
  note: string | null
  created_at: number
  expires_at: number
  used_at: number | null
  opened_by: number | null
}

interface RevisionTable {
  id: Generated<number>
  at: number
  by_id: number | null
  action: RevisionAction
  note: string | null
  undoes_id: number | null
}

interface EntityTable {
  id: Generated<number>
  kind: 'ACTOR' | 'PLACE' | 'EVENT'
  slug: string
  name: string
  sort_key: Generated<string>
  description: string | null
  unnamed: Generated<0 | 1>
  origin: Generated<Origin>
  review: Generated<Origin>
}

interface PlaceTable {
  id: number
  part_of_id: number | null
  latitude: number | null
  longitude: number | null
  precision: PlacePrecision
  iso3166_2: string | null
}

interface ActorTable {
  id: number
  type: ActorType
  iso3166: string | null
  kind: OrganizationKind | null
  allegiance_id: number | null
  reliability: Reliability | null
  statement_count: Generated<number>
}

interface AffiliationTable {
  id: Generated<number>
  actor_id: number
  organization_id: number
  role: AffiliationRole
  title: string | null
  title_word: string | null
  from_edtf: string | null
  from_earliest: number | null
  from_latest: number | null
  until_edtf: string | null
  until_earliest: number | null
  until_latest: number | null
}

interface EventTable {
  id: number
  type: EventType
  mode: string | null
  when_edtf: string | null
  when_earliest: number | null
  when_latest: number | null
  when_order: GeneratedAlways<number | null>
  place_id: number | null
  part_of_id: number | null
  review: Generated<Origin>
}

interface SourceTable {
  id: Generated<number>
  slug: string
  title: string
  kind: SourceKind
  publisher_id: number | null
  author: string | null
  url: string | null
  archived_url: string | null
  language: string | null
  published_edtf: string | null
  published_earliest: number | null
  published_latest: number | null
  published_order: GeneratedAlways<number | null>
  retrieved_at: number | null
  reliability: Reliability | null
  sha256: string | null
  text: string | null
  version_of_id: number | null
  copy_of_id: number | null
}

interface SourceMarkTable {
  mark: number
  source_id: number
}

interface ClaimTable {
  id: Generated<number>
  slug: string
  text: string
  sort_key: Generated<string>
  kind: ClaimKind
  subject_id: number | null
  event_id: number | null
  object_id: number | null
  figure_low: number | null
  figure_high: number | null
  figure_unit: string | null
  standing: Generated<Standing>
  statement_count: Generated<number>
  speaker_count: Generated<number>
  source_count: Generated<number>
  origin: Generated<Origin>
  review: Generated<Origin>
}

interface StatementTable {
  id: Generated<number>
  slug: string | null
  source_id: number
  speaker_id: number
  on_behalf_of_id: number | null
  principal_id: GeneratedAlways<number>
  addressee_id: number | null
  claim_id: number | null
  via_id: number | null
  act: SpeechAct
  stance: Stance | null
  certainty: Certainty | null
  quote_type: QuoteType
  review: Generated<ReviewState>
  said_edtf: string | null
  said_earliest: number | null
  said_latest: number | null
  said_order: GeneratedAlways<number | null>
  said_month: string | null
  known_at: number | null
  via_speaker_id: number | null
  speaker_text: string | null
  language: string | null
  cue: string | null
  text: string
  span_start: number | null
  span_end: number | null
  span_exact: string | null
  span_prefix: string | null
  span_suffix: string | null
}

interface StatementAboutTable {
  statement_id: number
  entity_id: number
  speaker_id: number
  principal_id: number
  review: ReviewState
  said_order: number | null
}

interface AssessmentTable {
  id: Generated<number>
  slug: string | null
  assessor_id: number
  claim_id: number
  verdict: Verdict
  credibility: Credibility | null
  method: string | null
  date_edtf: string | null
  date_earliest: number | null
  date_latest: number | null
  date_order: GeneratedAlways<number | null>
  evidence_id: number | null
}

interface PositionTable {
  actor_id: number
  claim_id: number
  stance: Stance
  certainty: Certainty
  statement_id: number
  changed: 0 | 1
  known_at: number | null
  first_known_at: number | null
}
